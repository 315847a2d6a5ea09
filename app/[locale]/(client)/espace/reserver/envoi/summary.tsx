import { getTranslations } from "next-intl/server";
import { PriceSummary } from "@/components/prestations/price-summary";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { formatDate, formatPercent, formatRelativeDay, formatTime, formatTimeRange } from "@/lib/i18n/format";
import type { Creneau } from "@/lib/prestations/schemas";
import type { ClientArea } from "../../area";
import { type Booking, bookingHref } from "../booking";
import type { Quote } from "../quote";

const HOUR_MS = 3_600_000;

type Props = { area: ClientArea; booking: Booking; quote: Quote; slot: Creneau; slotsHref: string };

/** The whole request in words: when, who and why, where, on which terms, for how much. */
export async function Summary({ area, booking, quote, slot, slotsHref }: Props) {
  const [t, tSlots] = await Promise.all([
    getTranslations("reservations.send"),
    getTranslations("reservations.slots"),
  ]);
  const start = new Date(slot.date);
  const reason = slot.raisons[0] ?? "disponible";
  return (
    <Card as="section" className="space-y-4">
      <h2 className="text-xl font-semibold">{quote.service}</h2>
      <p>
        <span className="block text-2xl font-semibold first-letter:uppercase">
          {formatRelativeDay(start, area.words)}
        </span>
        <span className="block text-2xl font-semibold tabular-nums">
          {formatTimeRange(start, new Date(slot.fin), area.words)}
        </span>
        <span className="block text-ink-muted">
          {formatDate(start, { ...area.words, style: "full" })} · {quote.duration}
        </span>
        <TextLink href={slotsHref}>{t("changeSlot")}</TextLink>
      </p>
      <DefinitionList
        items={[
          {
            term: t("who"),
            value: (
              <>
                <span className="block font-medium">{slot.intervenant.prenom}</span>
                <span className="block text-sm text-ink-muted">
                  {tSlots(`reasonWith.${reason}`, { name: slot.intervenant.prenom })}
                </span>
              </>
            ),
          },
          {
            term: t("where"),
            value: (
              <>
                <span className="block">
                  <bdi>{quote.address}</bdi>
                </span>
                <TextLink href={bookingHref("need", booking)}>{t("change")}</TextLink>
              </>
            ),
          },
          { term: t("terms"), value: <Terms area={area} start={start} /> },
        ]}
      />
      <PriceSummary price={quote.price} afterCredit={quote.afterCredit} />
    </Card>
  );
}

/** Until when a change is free, and what it costs afterwards. */
async function Terms({ area, start }: { area: ClientArea; start: Date }) {
  const t = await getTranslations("reservations.send");
  const { preavis_annulation_heures: hours, frais_annulation_bp: fee } = area.agence;
  const limit = new Date(start.getTime() - hours * HOUR_MS);
  const until = t("moment", {
    day: formatRelativeDay(limit, area.words),
    time: formatTime(limit, area.words),
  });
  return (
    <>
      {limit > area.words.now ? <span className="block">{t("termsFree", { until })}</span> : null}
      <span className="block">
        {fee > 0 ? t("termsFee", { percent: formatPercent(fee, area.words) }) : t("termsCall")}
      </span>
    </>
  );
}
