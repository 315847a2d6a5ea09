import {
  Building2,
  Cog,
  Globe,
  House,
  KeyRound,
  Mail,
  Puzzle,
  SlidersHorizontal,
  Tags,
  Users,
  Webhook,
} from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";
import { requireRole } from "@/lib/delivery/page";
import { NotificationBell } from "../../(compte)/notifications/bell";
import { securityEntry } from "../../(compte)/security-entry";
import { watchEntries } from "../../(compte)/watch-entries";
import { SignOut } from "../../deconnexion/sign-out";

export const metadata: Metadata = { robots: { index: false } };

/** The admin's area: people, agencies, catalogue, and what the product sends and records. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [account, t, common, tHooks, tKeys, tJobs, tSettings, tPlugins, watch] = await Promise.all([
    requireRole(["admin"], "/admin"),
    getTranslations("admin.nav"),
    getTranslations("common"),
    getTranslations("webhooks"),
    getTranslations("cles"),
    getTranslations("taches"),
    getTranslations("parametres"),
    getTranslations("plugins"),
    watchEntries(),
  ]);
  const home: NavItem = { href: "/admin", label: t("home"), icon: <House aria-hidden />, exact: true };
  const users: NavItem = { href: "/admin/utilisateurs", label: t("users"), icon: <Users aria-hidden /> };
  const agencies: NavItem = { href: "/admin/agences", label: t("agencies"), icon: <Building2 aria-hidden /> };
  const catalogue: NavItem = { href: "/admin/catalogue", label: t("catalogue"), icon: <Tags aria-hidden /> };
  const mails: NavItem = { href: "/admin/outbox", label: t("mails"), icon: <Mail aria-hidden /> };
  const hooks: NavItem = { href: "/admin/webhooks", label: tHooks("title"), icon: <Webhook aria-hidden /> };
  const keys: NavItem = { href: "/admin/cles", label: tKeys("title"), icon: <KeyRound aria-hidden /> };
  const jobs: NavItem = { href: "/admin/taches", label: tJobs("title"), icon: <Cog aria-hidden /> };
  const settings: NavItem = {
    href: "/admin/parametres",
    label: tSettings("title"),
    icon: <SlidersHorizontal aria-hidden />,
  };
  const plugins: NavItem = { href: "/admin/plugins", label: tPlugins("title"), icon: <Puzzle aria-hidden /> };
  // Where an admin does more than watch, the entry leads to their own page of it.
  const { log, history, integrity, record } = watch;
  const incidents: NavItem = { ...watch.incidents, href: "/admin/incidents" };
  const kept: NavItem = { ...watch.kept, href: "/admin/conservation" };
  return (
    <AppShell
      home="/admin"
      notifications={<NotificationBell />}
      sections={[
        { items: [home] },
        { label: t("organisation"), items: [users, agencies, catalogue, settings] },
        {
          label: t("watch"),
          items: [jobs, mails, keys, hooks, plugins, log, history, integrity, incidents, record, kept],
        },
      ]}
      bottom={[home, users, agencies, catalogue]}
      user={{
        name: account.nom,
        detail: common("roles.admin"),
        items: [
          await securityEntry(),
          { href: "/", label: t("site"), icon: <Globe aria-hidden />, exact: true },
        ],
        signOut: <SignOut />,
      }}
    >
      {children}
    </AppShell>
  );
}
