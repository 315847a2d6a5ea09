import { CalendarCheck, CalendarPlus, House, Receipt, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";
import { clientArea } from "./area";

export const metadata: Metadata = { robots: { index: false } };

/** The client's area: four places within reach of the thumb, the profile behind "more". */
export default async function ClientLayout({ children }: { children: ReactNode }) {
  const [{ account, agence }, t] = await Promise.all([clientArea("/espace"), getTranslations("espace.nav")]);
  const main: NavItem[] = [
    { href: "/espace", label: t("home"), icon: <House aria-hidden />, exact: true },
    { href: "/espace/reserver", label: t("book"), icon: <CalendarPlus aria-hidden /> },
    { href: "/espace/visites", label: t("visits"), icon: <CalendarCheck aria-hidden /> },
    { href: "/espace/factures", label: t("invoices"), icon: <Receipt aria-hidden /> },
  ];
  const profile: NavItem = { href: "/espace/profil", label: t("profile"), icon: <UserRound aria-hidden /> };
  return (
    <AppShell
      home="/espace"
      sections={[{ items: [...main, profile] }]}
      bottom={main}
      user={{ name: account.nom, detail: agence.nom, items: [profile] }}
    >
      {children}
    </AppShell>
  );
}
