import { LogIn, LogOut, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatHours, formatTimeRange, type Relative } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import type { AlerteVisite } from "@/lib/rapports/schemas";
import { AnchorButton } from "../ui/link-button";

/** Visits that did not go as planned, with the number to call. */
export function AlertList({ alerts, words }: { alerts: AlerteVisite[]; words: Relative }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised shadow-card">
      {alerts.map((alert) => (
        <Alert key={alert.id} alert={alert} words={words} />
      ))}
    </ul>
  );
}

function Alert({ alert, words }: { alert: AlerteVisite; words: Relative }) {
  const t = useTranslations("dashboard.alerts");
  const isLate = alert.motif === "retard";
  const Icon = isLate ? LogIn : LogOut;
  const since = new Date(isLate ? alert.date : alert.fin);
  const minutes = Math.max(0, Math.round((words.now.getTime() - since.getTime()) / 60_000));
  const who = alert.intervenant;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full bg-danger-soft text-danger-text"
      >
        <Icon className="mirror size-4" />
      </span>
      <span className="min-w-0 flex-1 basis-60">
        <Link
          href={`/gestion/visites/${alert.id}`}
          className="font-semibold underline decoration-transparent underline-offset-4 hover:decoration-current"
        >
          {t(isLate ? "late" : "open", { duration: formatHours(minutes, words) })}
        </Link>
        <span className="block text-sm text-ink-muted">
          {t("line", {
            client: alert.client,
            who: who?.nom ?? t("nobody"),
            time: formatTimeRange(new Date(alert.date), new Date(alert.fin), {
              ...words,
              timeZone: alert.fuseau,
            }),
          })}
        </span>
      </span>
      {who?.telephone ? (
        <AnchorButton
          size="sm"
          href={`tel:${who.telephone.replace(/[^+\d]/g, "")}`}
          icon={<Phone aria-hidden />}
          aria-label={t("call", { name: who.nom, phone: who.telephone })}
        >
          <bdi dir="ltr">{who.telephone}</bdi>
        </AnchorButton>
      ) : null}
    </li>
  );
}
