import { CalendarCheck, CalendarPlus, House, MessageSquareHeart, Receipt, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";
import { pageAccount } from "@/lib/delivery/page";
import { NotificationBell } from "../../(compte)/notifications/bell";
import { securityEntry } from "../../(compte)/security-entry";
import { SignOut } from "../../deconnexion/sign-out";
import { clientArea } from "./area";

export const metadata: Metadata = { robots: { index: false } };

/** The client's area: four places within reach of the thumb, the profile behind "more". */
export default async function ClientLayout({ children }: { children: ReactNode }) {
  // Someone else is sent on by the page itself, which knows its own address to come back to.
  if ((await pageAccount())?.actor.role !== "client") return children;
  const [{ account, agence }, t] = await Promise.all([clientArea("/espace"), getTranslations("espace.nav")]);
  const main: NavItem[] = [
    { href: "/espace", label: t("home"), icon: <House aria-hidden />, exact: true },
    { href: "/espace/reserver", label: t("book"), icon: <CalendarPlus aria-hidden /> },
    { href: "/espace/visites", label: t("visits"), icon: <CalendarCheck aria-hidden /> },
    { href: "/espace/factures", label: t("invoices"), icon: <Receipt aria-hidden /> },
  ];
  const profile: NavItem = { href: "/espace/profil", label: t("profile"), icon: <UserRound aria-hidden /> };
  const reviews: NavItem = {
    href: "/espace/avis",
    label: t("reviews"),
    icon: <MessageSquareHeart aria-hidden />,
  };
  return (
    <AppShell
      home="/espace"
      notifications={<NotificationBell />}
      sections={[{ items: [...main, reviews, profile] }]}
      bottom={main}
      user={{
        name: account.nom,
        detail: agence.nom,
        items: [reviews, profile, await securityEntry()],
        signOut: <SignOut />,
      }}
    >
      {children}
    </AppShell>
  );
}
