import { useTranslations } from "next-intl";

export type PriceTagProps = {
  /** Written out: the price asked, an hour, tax included. */
  price: string;
  /** What is left after the tax credit; null where there is none. */
  afterCredit: string | null;
  /** A country without the benefit says so only where there is room. */
  sayNone?: boolean;
};

/**
 * The price asked, then what is left after the tax credit: detached from it, smaller, and said to be indicative
 * (arrêté of 17 March 2015 on price information).
 */
export function PriceTag({ price, afterCredit, sayNone = false }: PriceTagProps) {
  const t = useTranslations("public.price");
  return (
    <div className="space-y-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="text-2xl font-semibold tabular-nums">{price}</bdi>
        <span className="text-sm text-ink-muted">{t("perHour")}</span>
      </p>
      {afterCredit ? (
        <p className="flex flex-wrap items-baseline gap-x-2 text-accent-text">
          <bdi className="text-lg font-semibold tabular-nums">{afterCredit}</bdi>
          <span className="text-sm">
            {t("afterCredit")} <span className="text-ink-muted">({t("indicative")})</span>
          </span>
        </p>
      ) : null}
      {!afterCredit && sayNone ? <p className="text-sm text-ink-muted">{t("noCredit")}</p> : null}
    </div>
  );
}
