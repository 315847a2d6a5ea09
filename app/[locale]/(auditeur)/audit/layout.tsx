import {
  Archive,
  ChartColumn,
  NotebookText,
  ScrollText,
  ShieldCheck,
  Siren,
  UserRoundCheck,
} from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";
import { requireRole } from "@/lib/delivery/page";
import { NotificationBell } from "../../(compte)/notifications/bell";
import { securityEntry } from "../../(compte)/security-entry";
import { SignOut } from "../../deconnexion/sign-out";

export const metadata: Metadata = { robots: { index: false } };

export default async function AuditLayout({ children }: { children: ReactNode }) {
  const [account, t, common, tDashboard, tRights, tIntegrity, tIncidents, tKept, tRecord] = await Promise.all(
    [
      requireRole(["auditeur", "admin"], "/audit"),
      getTranslations("audit"),
      getTranslations("common"),
      getTranslations("dashboard"),
      getTranslations("rgpd"),
      getTranslations("integrite"),
      getTranslations("incidents"),
      getTranslations("conservation"),
      getTranslations("traitements"),
    ],
  );
  const log: NavItem = { href: "/audit", label: t("nav"), icon: <ScrollText aria-hidden />, exact: true };
  const reports: NavItem = {
    href: "/audit/rapports",
    label: tDashboard("nav.reports"),
    icon: <ChartColumn aria-hidden />,
  };
  const integrity: NavItem = {
    href: "/audit/integrite",
    label: tIntegrity("nav"),
    icon: <ShieldCheck aria-hidden />,
  };
  const rights: NavItem = {
    href: "/audit/rgpd",
    label: tRights("nav"),
    icon: <UserRoundCheck aria-hidden />,
  };
  const incidents: NavItem = {
    href: "/audit/incidents",
    label: tIncidents("nav"),
    icon: <Siren aria-hidden />,
  };
  const record: NavItem = {
    href: "/audit/traitements",
    label: tRecord("nav"),
    icon: <NotebookText aria-hidden />,
  };
  const kept: NavItem = { href: "/audit/conservation", label: tKept("nav"), icon: <Archive aria-hidden /> };
  return (
    <AppShell
      home="/audit"
      notifications={<NotificationBell />}
      sections={[{ items: [log, integrity, rights, incidents, kept, record, reports] }]}
      bottom={[log, integrity, rights, reports]}
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
