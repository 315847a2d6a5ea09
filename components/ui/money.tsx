import type { ReactNode } from "react";
import { cx } from "./cx";

const sizes = { md: "text-lg", lg: "text-3xl", xl: "text-4xl sm:text-5xl" };

/** An amount, already formatted by lib/i18n. `label` says what it is, `note` how sure it is. */
export function Money({
  amount,
  label,
  note,
  size = "lg",
  tone = "ink",
}: {
  amount: string;
  label?: ReactNode;
  note?: ReactNode;
  size?: keyof typeof sizes;
  tone?: "ink" | "accent";
}) {
  return (
    <span className="inline-flex flex-col">
      {label ? <span className="text-ink-muted">{label}</span> : null}
      <span
        className={cx("font-semibold tabular-nums", sizes[size], tone === "accent" && "text-accent-text")}
      >
        <bdi>{amount}</bdi>
      </span>
      {note ? <span className="text-sm text-ink-muted">{note}</span> : null}
    </span>
  );
}

/**
 * What the person really pays beside the legal price, which must be at least as large
 * (arrêté of 17 March 2015 on price information: the price asked stays the first figure).
 */
export function PricePair({
  price,
  priceLabel,
  afterCredit,
  afterCreditLabel,
  note,
}: {
  price: string;
  priceLabel: ReactNode;
  afterCredit: string;
  afterCreditLabel: ReactNode;
  note?: ReactNode;
}) {
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Money amount={price} label={priceLabel} />
        <Money amount={afterCredit} label={afterCreditLabel} tone="accent" />
      </div>
      {note ? <p className="text-sm text-ink-muted">{note}</p> : null}
    </div>
  );
}
