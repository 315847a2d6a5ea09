import { useTranslations } from "next-intl";
import { formatHours, formatTime, formatTimeRange, type Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";

type Row = { key: string; label: string; from: number; to: number; text: string; look: string };

/** Planned, clocked and billed time of a visit on one scale; the words beside the bars say it all. */
export function TimeCompare({ visit, words }: { visit: Prestation; words: Relative }) {
  const rows = useRows(visit, words);
  const from = Math.min(...rows.map((row) => row.from));
  const to = Math.max(...rows.map((row) => row.to));
  const share = (value: number) => `${((value - from) / Math.max(1, to - from)) * 100}%`;
  return (
    <dl className="space-y-4">
      {rows.map((row) => (
        <div key={row.key} className="grid grid-cols-[auto_1fr] gap-x-4">
          <dt className="text-ink-muted">{row.label}</dt>
          <dd className="text-end tabular-nums">{row.text}</dd>
          <dd aria-hidden className="relative col-span-2 mt-1 h-2.5 rounded-full bg-sunken">
            <span
              className={`absolute inset-y-0 min-w-2.5 rounded-full ${row.look}`}
              style={{ insetInlineStart: share(row.from), insetInlineEnd: `calc(100% - ${share(row.to)})` }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useRows(visit: Prestation, words: Relative): Row[] {
  const t = useTranslations("plannings.visit");
  const zoned = { ...words, timeZone: visit.fuseau };
  const [start, end] = [new Date(visit.date), new Date(visit.fin)];
  const at = (type: string) => visit.pointages.find((one) => one.type === type)?.horodatage;
  const [came, left] = [at("arrivee"), at("depart")];
  const spanText = (a: Date, b: Date) =>
    t("span", {
      time: formatTimeRange(a, b, zoned),
      duration: formatHours((b.getTime() - a.getTime()) / 60_000, words),
    });
  const rows: Row[] = [
    {
      key: "planned",
      label: t("planned"),
      from: start.getTime(),
      to: end.getTime(),
      text: spanText(start, end),
      look: "bg-accent",
    },
  ];
  if (came) {
    const from = new Date(came);
    const to = left ? new Date(left) : null;
    rows.push({
      key: "clocked",
      label: t("clocked"),
      from: from.getTime(),
      to: (to ?? from).getTime(),
      text: to ? spanText(from, to) : t("since", { time: formatTime(from, zoned) }),
      look: "bg-warm",
    });
  }
  if (visit.duree_facturee !== null) {
    const minutes = Math.round(visit.duree_facturee * 60);
    rows.push({
      key: "billed",
      label: t("billed"),
      from: start.getTime(),
      to: start.getTime() + minutes * 60_000,
      text: formatHours(minutes, words),
      look: "bg-clay",
    });
  }
  return rows;
}
