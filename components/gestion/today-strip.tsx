import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import type { EtatPrestation } from "@/lib/prestations/schemas";
import { StatusBadge } from "../ui/status-badge";

const order: EtatPrestation[] = [
  "planifiee",
  "confirmee",
  "en_cours",
  "realisee",
  "validee",
  "facturee",
  "annulee",
];

/** The visits of the day by state; each state leads to its visits. */
export function TodayStrip({ counts, day }: { counts: Record<EtatPrestation, number>; day: string }) {
  const t = useTranslations("dashboard.today");
  const tState = useTranslations("states.prestation");
  const total = order.reduce((sum, state) => sum + (state === "annulee" ? 0 : counts[state]), 0);
  const shown = order.filter((state) => counts[state] > 0);
  return (
    <section
      aria-labelledby="aujourdhui"
      className="rounded-card border border-line bg-raised p-4 shadow-card"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="aujourdhui" className="text-lg font-semibold">
          {t("title")}
        </h2>
        <p className="text-ink-muted">{t("count", { count: total })}</p>
      </div>
      {shown.length > 0 ? (
        <ul className="-mx-1.5 mt-2 flex flex-wrap gap-x-2 gap-y-1">
          {shown.map((state) => (
            <li key={state}>
              <Link
                href={`/gestion/visites?vue=toutes&statut=${state}&date_min=${day}&date_max=${day}`}
                className="flex min-h-11 items-center gap-2 rounded-control px-1.5 hover:bg-sunken"
              >
                <span className="text-lg font-semibold tabular-nums">{counts[state]}</span>
                <StatusBadge statut={state} label={tState(state)} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
