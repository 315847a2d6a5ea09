import { Clock, Eye, FileDown, PenLine, ShieldAlert, ShieldCheck, ShieldX, Stamp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HistoryEntry, HistoryObject } from "@/lib/oversight/schemas-history";
import { DateTime } from "../i18n/date-time";
import { Badge } from "../ui/badge";
import { TextLink } from "../ui/text-link";
import { Timeline, type TimelineItem } from "../ui/timeline";
import { factsOf, type HistoryWords, historyObjectLabel, sentenceOf } from "./history-words";

type Props = {
  entries: readonly HistoryEntry[];
  objets: readonly HistoryObject[];
  words: HistoryWords;
  /** Whether each entry has a page of its own for this reader. */
  isLinked: boolean;
};

/** What happened, one entry after the other: what, to what, who, what changed, and whether the line still holds. */
export function HistoryTimeline({ entries, objets, words, isLinked }: Props) {
  const timeZone = words.zoned.timeZone;
  return (
    <Timeline
      items={entries.map((entry): TimelineItem => {
        const Icon = iconOf(entry);
        return {
          key: entry.id,
          title: sentenceOf(entry, words),
          time: <DateTime value={new Date(entry.horodatage)} timeZone={timeZone} style="dateTime" />,
          icon: <Icon />,
          tone: entry.intacte ? (entry.resultat === "refused" ? "warning" : toneOf(entry)) : "danger",
          children: <Details entry={entry} objets={objets} words={words} isLinked={isLinked} />,
        };
      })}
    />
  );
}

/** Reading and taking away are quieter than writing. */
const verbOf = ({ action }: HistoryEntry) => action.split(".")[1] ?? "";
const toneOf = (entry: HistoryEntry) => (/^(read|list|export)/.test(verbOf(entry)) ? "neutral" : "accent");

function iconOf(entry: HistoryEntry) {
  if (!entry.intacte) return ShieldAlert;
  if (entry.resultat === "refused") return ShieldX;
  if (/^export/.test(verbOf(entry))) return FileDown;
  if (/^verify/.test(verbOf(entry))) return ShieldCheck;
  return /^(read|list)/.test(verbOf(entry)) ? Eye : PenLine;
}

function Details({ entry, objets, words, isLinked }: Omit<Props, "entries"> & { entry: HistoryEntry }) {
  const common = useTranslations("common");
  const { t, audit } = words;
  const facts = factsOf(entry, words);
  return (
    <div className="space-y-2">
      <p className="text-sm">
        <bdi>{historyObjectLabel(entry.objet, objets, audit)}</bdi>
        {" · "}
        {common(`roles.${entry.role as "admin"}`)}{" "}
        {entry.acteur === "-" ? null : <bdi dir="ltr">{entry.acteur}</bdi>}
      </p>
      {facts.length > 0 ? (
        <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink">
          {facts.map(({ term, value }) => (
            <div key={term} className="flex min-w-0 gap-1.5">
              <dt className="text-ink-muted">{term}</dt>
              <dd className="min-w-0 break-words">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="flex flex-wrap items-center gap-2">
        <State entry={entry} words={words} />
        {isLinked ? <TextLink href={`/audit/${entry.id}`}>{t("entry")}</TextLink> : null}
      </p>
    </div>
  );
}

/** Two things are told apart: that the line is as it was written, and that it is under a signed checkpoint. */
function State({ entry, words: { t } }: { entry: HistoryEntry; words: HistoryWords }) {
  if (!entry.intacte)
    return (
      <Badge tone="danger" icon={<ShieldAlert aria-hidden />}>
        {t("altered")}
      </Badge>
    );
  return (
    <>
      <Badge tone="success" icon={<ShieldCheck aria-hidden />}>
        {t("held")}
      </Badge>
      {entry.point === null ? (
        <Badge tone="warning" icon={<Clock aria-hidden />}>
          {t("waiting")}
        </Badge>
      ) : (
        <Badge tone="neutral" icon={<Stamp aria-hidden />}>
          {t("sealed", { size: String(entry.point) })}
        </Badge>
      )}
    </>
  );
}
