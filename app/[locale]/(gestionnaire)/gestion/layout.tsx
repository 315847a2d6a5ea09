import {
  CalendarRange,
  ChartColumn,
  ChartNoAxesCombined,
  Clock,
  FileText,
  FileUp,
  House,
  Inbox,
  ListChecks,
  MessageSquareQuote,
  Receipt,
  Repeat,
  Scale,
  ShieldCheck,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { QuickSearch } from "@/components/gestion/quick-search";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";
import { listDossiers } from "@/lib/avis/list-dossiers";
import { load } from "@/lib/delivery/page";
import { listReservations } from "@/lib/reservations/list-reservations";
import { NotificationBell } from "../../(compte)/notifications/bell";
import { securityEntry } from "../../(compte)/security-entry";
import { SignOut } from "../../deconnexion/sign-out";
import { gestionArea } from "./area";

export const metadata: Metadata = { robots: { index: false } };

/** The gestionnaire's area: what waits first, then the week, the people and the money. */
export default async function GestionLayout({ children }: { children: ReactNode }) {
  const [{ account, agence, words }, t, tImports, tForecasts, tRights, tWork, tCommon, waiting, reviews] =
    await Promise.all([
      gestionArea("/gestion"),
      getTranslations("dashboard.nav"),
      getTranslations("imports"),
      getTranslations("previsions"),
      getTranslations("rgpd"),
      getTranslations("travail"),
      getTranslations("common.roles"),
      load(listReservations, { statut: "demandee", limit: 1, count: true }),
      load(listDossiers, { statut: "en_attente", limit: 1, count: true }),
    ]);
  const daily: NavItem[] = [
    { href: "/gestion", label: t("home"), icon: <House aria-hidden />, exact: true },
    { href: "/gestion/demandes", label: t("requests"), icon: <Inbox aria-hidden />, count: waiting.count },
    { href: "/gestion/planning", label: t("planning"), icon: <CalendarRange aria-hidden /> },
    { href: "/gestion/visites", label: t("visits"), icon: <ListChecks aria-hidden /> },
  ];
  const series: NavItem = { href: "/gestion/series", label: t("series"), icon: <Repeat aria-hidden /> };
  const people: NavItem[] = [
    { href: "/gestion/clients", label: t("clients"), icon: <UserRound aria-hidden /> },
    { href: "/gestion/intervenants", label: t("intervenants"), icon: <UsersRound aria-hidden /> },
    {
      href: "/gestion/avis",
      label: t("reviews"),
      icon: <MessageSquareQuote aria-hidden />,
      count: reviews.count,
    },
    { href: "/gestion/devis", label: t("quotes"), icon: <FileText aria-hidden /> },
    { href: "/gestion/factures", label: t("invoices"), icon: <Receipt aria-hidden /> },
    { href: "/gestion/rapports", label: t("reports"), icon: <ChartColumn aria-hidden /> },
    { href: "/gestion/previsions", label: tForecasts("nav"), icon: <ChartNoAxesCombined aria-hidden /> },
    { href: "/gestion/heures", label: tWork("compteurs.nav"), icon: <Clock aria-hidden /> },
    { href: "/gestion/regles", label: tWork("nav"), icon: <Scale aria-hidden /> },
    { href: "/gestion/imports", label: tImports("nav"), icon: <FileUp aria-hidden /> },
    { href: "/gestion/rgpd", label: tRights("nav"), icon: <ShieldCheck aria-hidden /> },
  ];
  return (
    <AppShell
      home="/gestion"
      notifications={<NotificationBell />}
      sections={[{ items: [...daily, series] }, { label: t("files"), items: people }]}
      bottom={daily.map((item) => (item.exact ? { ...item, label: t("homeShort") } : item))}
      user={{
        name: account.nom,
        detail: account.actor.role === "admin" ? tCommon("admin") : agence.nom,
        items: [await securityEntry()],
        signOut: <SignOut />,
      }}
      search={
        <QuickSearch
          action={`/${words.locale}/gestion/clients`}
          label={t("search")}
          placeholder={t("searchPlaceholder")}
        />
      }
    >
      {children}
    </AppShell>
  );
}
