import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgencyCard } from "@/components/client/agency-card";
import { DraftText } from "@/components/reservations/draft-text";
import { type Other, SlotAlternatives } from "@/components/reservations/slot-alternatives";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Creneau } from "@/lib/prestations/schemas";
import { clientArea } from "../../area";
import { type Booking, bookingHref, bookingOf } from "../booking";
import { BookingSteps } from "../booking-steps";
import { quoteOf } from "../quote";
import { sendBooking } from "./actions";
import { othersNear, slotOf } from "./slot";
import { Summary } from "./summary";

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
  const others = slot ? [] : await othersNear(area, booking, booking.date);
  return (
    <>
      <PageHeader title={t("title")} back={{ href: slotsHref, label: t("back") }} />
      <BookingSteps current={3} booking={booking} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)] lg:items-start">
        <SendForm booking={booking} slot={slot} others={others} />
        <div className="space-y-4">
          {slot ? (
            <Summary area={area} quote={quote} slot={slot} booking={booking} slotsHref={slotsHref} />
          ) : (
            <Gone slotsHref={slotsHref} />
          )}
          <div className="hidden lg:block">
            <AgencyCard agence={area.agence} />
          </div>
        </div>
      </div>
    </>
  );
}

async function Gone({ slotsHref }: { slotsHref: string }) {
  const t = await getTranslations("reservations.send");
  return (
    <Notice
      tone="warning"
      title={t("gone")}
      actions={<LinkButton href={slotsHref}>{t("chooseOther")}</LinkButton>}
    >
      {t("goneHelp")}
    </Notice>
  );
}

type FormProps = { booking: Booking; slot: Creneau | undefined; others: Other[] };

/** The words for the visit, and the act. Without its slot it keeps the words and offers others nearby. */
async function SendForm({ booking, slot, others }: FormProps) {
  const t = await getTranslations("reservations.send");
  return (
    <ActionForm action={sendBooking} aria-label={t("title")} className="order-last lg:order-none">
      <SlotAlternatives title={t("others")} initial={others} />
      <input type="hidden" name="type" value={booking.type} />
      <input type="hidden" name="duree" value={booking.duree} />
      <input type="hidden" name="date" value={slot?.date ?? booking.date} />
      <input type="hidden" name="intervenant_id" value={slot?.intervenant.id ?? booking.avec ?? ""} />
      {booking.adresse_id ? <input type="hidden" name="adresse_id" value={booking.adresse_id} /> : null}
      <DraftText
        name="instructions"
        label={t("instructions")}
        description={slot ? t("instructionsHelp", { name: slot.intervenant.prenom }) : undefined}
        maxLength={2000}
      />
      <DraftText name="message" label={t("message")} description={t("messageHelp")} maxLength={1000} />
      {slot ? (
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("submit")}
        </SubmitButton>
      ) : null}
      <p className="text-sm text-ink-muted">{t("nothingDue")}</p>
    </ActionForm>
  );
}
