import { CalendarDays, CalendarRange, Footprints, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";
import { NotificationBell } from "../../(compte)/notifications/bell";
import { securityEntry } from "../../(compte)/security-entry";
import { SignOut } from "../../deconnexion/sign-out";
import { fieldArea } from "./area";

export const metadata: Metadata = { robots: { index: false } };

/** The field area: four places, all within reach of one thumb. */
export default async function FieldLayout({ children }: { children: ReactNode }) {
  const [{ account, agence }, t] = await Promise.all([fieldArea("/terrain"), getTranslations("terrain.nav")]);
  const items: NavItem[] = [
    { href: "/terrain", label: t("today"), icon: <Footprints aria-hidden />, exact: true },
    { href: "/terrain/semaine", label: t("week"), icon: <CalendarRange aria-hidden /> },
    { href: "/terrain/disponibilites", label: t("availability"), icon: <CalendarDays aria-hidden /> },
    { href: "/terrain/moi", label: t("me"), icon: <UserRound aria-hidden /> },
  ];
  return (
    <AppShell
      home="/terrain"
      notifications={<NotificationBell />}
      sections={[{ items }]}
      bottom={items}
      user={{ name: account.nom, detail: agence.nom, items: [await securityEntry()], signOut: <SignOut /> }}
    >
      {children}
    </AppShell>
  );
}
