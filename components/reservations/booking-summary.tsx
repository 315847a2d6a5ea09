import { Clock, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { PriceSummary } from "../prestations/price-summary";
import { Card } from "../ui/card";
import { TextLink } from "../ui/text-link";

export type BookingQuote = {
  service: string;
  duration: string;
  address: string;
  price: string;
  afterCredit: string | null;
};

/** What is being booked, beside the choice of a slot. */
export function BookingSummary({ quote, changeHref }: { quote: BookingQuote; changeHref: string }) {
  const t = useTranslations("reservations.summary");
  return (
    <Card as="section" tone="sunken" className="space-y-3">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold">{quote.service}</h2>
        <TextLink href={changeHref}>{t("change")}</TextLink>
      </div>
      <p className="flex items-center gap-2">
        <Clock aria-hidden className="size-5 shrink-0 text-ink-muted" />
        {quote.duration}
      </p>
      {quote.address ? (
        <p className="flex items-start gap-2">
          <MapPin aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-muted" />
          <bdi>{quote.address}</bdi>
        </p>
      ) : null}
      <div className="hidden border-t border-line pt-3 lg:block">
        <PriceSummary price={quote.price} afterCredit={quote.afterCredit} />
      </div>
    </Card>
  );
}
