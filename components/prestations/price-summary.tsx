import { useTranslations } from "next-intl";
import { Money, PricePair } from "../ui/money";

/**
 * The price to pay, and what is left of it after the tax credit when there is one. Amounts are already written out;
 * the credit is an estimate and says so.
 */
export function PriceSummary({ price, afterCredit }: { price: string; afterCredit: string | null }) {
  const t = useTranslations("prestations.price");
  if (afterCredit === null) return <Money amount={price} label={t("total")} />;
  return (
    <PricePair
      price={price}
      priceLabel={t("total")}
      afterCredit={afterCredit}
      afterCreditLabel={t("afterCredit")}
      note={t("indicative")}
    />
  );
}
