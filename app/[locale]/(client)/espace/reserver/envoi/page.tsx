import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgencyCard } from "@/components/client/agency-card";
import { PriceSummary } from "@/components/prestations/price-summary";
import { DraftText } from "@/components/reservations/draft-text";
import { SlotAlternatives } from "@/components/reservations/slot-alternatives";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { formatDate, formatPercent, formatRelativeDay, formatTime, formatTimeRange } from "@/lib/i18n/format";
import type { Creneau } from "@/lib/prestations/schemas";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import { type ClientArea, clientArea } from "../../area";
import { type Booking, bookingHref, bookingOf } from "../booking";
import { BookingSteps } from "../booking-steps";
import { type Quote, quoteOf } from "../quote";
import { sendBooking } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("reservations.send"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Last step: everything once more in words, then send. */
export default async function SendStep({ searchParams }: Props) {
  const booking = await bookingOf(searchParams);
  const area = await clientArea(bookingHref("send", booking));
  if (!booking.type || !booking.duree || !booking.date || !/^\d{4}-\d{2}-\d{2}T/.test(booking.date))
    redirect(`/${area.words.locale}${bookingHref("slots", booking)}`);
  const [t, quote, slot] = await Promise.all([
    getTranslations("reservations.send"),
    quoteOf(area, booking),
    slotOf(booking, booking.date),
  ]);
  const slotsHref = bookingHref("slots", { ...booking, date: undefined, avec: undefined });
  return (
    <>
      <PageHeader title={t("title")} back={{ href: slotsHref, label: t("back") }} />
      <BookingSteps current={3} booking={booking} />
      {slot ? (
        <SendForm area={area} booking={booking} quote={quote} slot={slot} slotsHref={slotsHref} />
      ) : (
        <Notice
          tone="warning"
          title={t("gone")}
          actions={
            <LinkButton href={slotsHref} variant="primary">
              {t("chooseOther")}
            </LinkButton>
          }
        >
          {t("goneHelp")}
        </Notice>
      )}
    </>
  );
}

/** The slot chosen, if it is still free: the page may have been open for long, or reloaded. */
async function slotOf(booking: Booking, date: string): Promise<Creneau | undefined> {
  const day = date.slice(0, 10);
  const found = await load(listCreneaux, {
    type: booking.type,
    duree: booking.duree,
    adresse_id: booking.adresse_id,
    intervenant_id: booking.avec,
    du: day,
    au: day,
  });
  const instant = new Date(date).getTime();
  return found.results
    .flatMap(({ creneaux }) => creneaux)
    .find((one) => new Date(one.date).getTime() === instant);
}

const HOUR_MS = 3_600_000;

type FormProps = { area: ClientArea; booking: Booking; quote: Quote; slot: Creneau; slotsHref: string };

async function SendForm({ area, booking, quote, slot, slotsHref }: FormProps) {
  const t = await getTranslations("reservations.send");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)] lg:items-start">
      <ActionForm action={sendBooking} aria-label={t("title")} className="order-last lg:order-none">
        <SlotAlternatives title={t("others")} />
        <input type="hidden" name="type" value={booking.type} />
        <input type="hidden" name="duree" value={booking.duree} />
        <input type="hidden" name="date" value={slot.date} />
        <input type="hidden" name="intervenant_id" value={slot.intervenant.id} />
        {booking.adresse_id ? <input type="hidden" name="adresse_id" value={booking.adresse_id} /> : null}
        <DraftText
          name="instructions"
          label={t("instructions")}
          description={t("instructionsHelp", { name: slot.intervenant.prenom })}
          maxLength={2000}
        />
        <DraftText name="message" label={t("message")} description={t("messageHelp")} maxLength={1000} />
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("submit")}
        </SubmitButton>
        <p className="text-sm text-ink-muted">{t("nothingDue")}</p>
      </ActionForm>
      <div className="space-y-4">
        <Summary area={area} quote={quote} slot={slot} booking={booking} slotsHref={slotsHref} />
        <AgencyCard agence={area.agence} />
      </div>
    </div>
  );
}

async function Summary({ area, booking, quote, slot, slotsHref }: FormProps) {
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
