import {
  Archive,
  ChartColumn,
  History,
  NotebookText,
  ScrollText,
  ShieldCheck,
  Siren,
  UserRoundCheck,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { NavItem } from "@/components/shell/nav-item";

/** Entries of the navigation by which the organisation is watched over: the auditeur's all, some of them the admin's too. */
export async function watchEntries() {
  const [log, past, integrity, rights, incidents, kept, record, dashboard] = await Promise.all([
    getTranslations("audit"),
    getTranslations("historique"),
    getTranslations("integrite"),
    getTranslations("rgpd"),
    getTranslations("incidents"),
    getTranslations("conservation"),
    getTranslations("traitements"),
    getTranslations("dashboard"),
  ]);
  return {
    log: { href: "/audit", label: log("nav"), icon: <ScrollText aria-hidden />, exact: true },
    history: { href: "/audit/historique", label: past("nav"), icon: <History aria-hidden /> },
    integrity: { href: "/audit/integrite", label: integrity("nav"), icon: <ShieldCheck aria-hidden /> },
    rights: { href: "/audit/rgpd", label: rights("nav"), icon: <UserRoundCheck aria-hidden /> },
    incidents: { href: "/audit/incidents", label: incidents("nav"), icon: <Siren aria-hidden /> },
    kept: { href: "/audit/conservation", label: kept("nav"), icon: <Archive aria-hidden /> },
    record: { href: "/audit/traitements", label: record("nav"), icon: <NotebookText aria-hidden /> },
    reports: { href: "/audit/rapports", label: dashboard("nav.reports"), icon: <ChartColumn aria-hidden /> },
  } satisfies Record<string, NavItem>;
}
