import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BookingSummary } from "@/components/reservations/booking-summary";
import { SlotPicker } from "@/components/reservations/slot-picker";
import { daysOf, weekFrom } from "@/components/reservations/slot-week";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { civilDay } from "@/lib/foundation/zoned";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import { clientArea } from "../../area";
import { bookingHref, bookingOf } from "../booking";
import { BookingSteps } from "../booking-steps";
import { quoteOf } from "../quote";

export async function generateMetadata() {
  return { title: (await getTranslations("reservations.slots"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Third step: when. Only slots that are really free, each with the person proposed. */
export default async function SlotStep({ searchParams }: Props) {
  const { date: _date, avec: _avec, ...booking } = await bookingOf(searchParams);
  const area = await clientArea(bookingHref("slots", booking));
  if (!booking.type || !booking.duree) redirect(`/${area.words.locale}${bookingHref("need", booking)}`);
  const today = civilDay(area.words.now, area.agence.fuseau);
  const week = weekFrom(booking.du, today);
  const [t, quote, found] = await Promise.all([
    getTranslations("reservations.slots"),
    quoteOf(area, booking),
    load(listCreneaux, {
      type: booking.type,
      duree: booking.duree,
      adresse_id: booking.adresse_id,
      intervenant_id: booking.intervenant_id,
      du: week.du,
      au: week.au,
    }),
  ]);
  return (
    <>
      <PageHeader title={t("title")} back={{ href: bookingHref("need", booking), label: t("back") }} />
      <BookingSteps current={2} booking={booking} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(16rem,1fr)] lg:items-start">
        <SlotPicker
          week={week}
          today={today}
          days={daysOf(week, today, found)}
          words={area.words}
          keep={{ ...booking, du: undefined }}
          weekHref={(du) => bookingHref("slots", { ...booking, du })}
          hrefOf={(slot) =>
            bookingHref("send", { ...booking, date: slot.date, avec: String(slot.intervenant.id) })
          }
          whenEmpty={
            booking.intervenant_id ? (
              <LinkButton href={bookingHref("slots", { ...booking, intervenant_id: undefined })}>
                {t("anyone")}
              </LinkButton>
            ) : null
          }
        />
        <div className="order-first lg:order-none lg:sticky lg:top-24">
          <BookingSummary quote={quote} changeHref={bookingHref("need", booking)} />
        </div>
      </div>
    </>
  );
}
