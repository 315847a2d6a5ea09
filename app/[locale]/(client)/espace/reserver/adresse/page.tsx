import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/client/address-form";
import { PageHeader } from "@/components/ui/page-header";
import { clientArea } from "../../area";
import { bookingHref, bookingOf } from "../booking";
import { BookingSteps } from "../booking-steps";
import { addBookingAddress } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("reservations.need"))("newAddress") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A new address in the middle of a booking. */
export default async function BookingAddress({ searchParams }: Props) {
  const booking = await bookingOf(searchParams);
  const area = await clientArea(bookingHref("address", booking));
  const t = await getTranslations("reservations.need");
  return (
    <>
      <PageHeader title={t("newAddress")} back={{ href: bookingHref("need", booking), label: t("back") }} />
      <BookingSteps current={1} booking={booking} />
      <AddressForm
        action={addBookingAddress.bind(null, booking)}
        submit={t("useAddress")}
        country={area.agence.pays}
      />
    </>
  );
}
