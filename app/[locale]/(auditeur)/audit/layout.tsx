import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { requireRole } from "@/lib/delivery/page";
import { NotificationBell } from "../../(compte)/notifications/bell";
import { securityEntry } from "../../(compte)/security-entry";
import { watchEntries } from "../../(compte)/watch-entries";
import { SignOut } from "../../deconnexion/sign-out";

export const metadata: Metadata = { robots: { index: false } };

export default async function AuditLayout({ children }: { children: ReactNode }) {
  const [account, common, entries] = await Promise.all([
    requireRole(["auditeur", "admin"], "/audit"),
    getTranslations("common"),
    watchEntries(),
  ]);
  const { log, history, integrity, rights, incidents, kept, record, reports } = entries;
  return (
    <AppShell
      home="/audit"
      notifications={<NotificationBell />}
      sections={[{ items: [log, history, integrity, rights, incidents, kept, record, reports] }]}
      bottom={[log, history, integrity, rights]}
      user={{
        name: account.nom,
        detail: common(`roles.${account.actor.role}`),
        items: [await securityEntry()],
        signOut: <SignOut />,
      }}
    >
      {children}
    </AppShell>
  );
}
