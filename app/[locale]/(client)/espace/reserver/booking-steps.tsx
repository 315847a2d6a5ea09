import { useTranslations } from "next-intl";
import { Stepper } from "@/components/ui/stepper";
import { type Booking, bookingHref } from "./booking";

/** Where the person is in the booking; the steps done lead back with everything kept. */
export function BookingSteps({ current, booking }: { current: 0 | 1 | 2 | 3; booking: Booking }) {
  const t = useTranslations("reservations.steps");
  return (
    <Stepper
      current={current}
      steps={[
        { label: t("service"), href: bookingHref("service", {}) },
        { label: t("need"), href: bookingHref("need", booking) },
        { label: t("slot"), href: bookingHref("slots", booking) },
        { label: t("send") },
      ]}
    />
  );
}
