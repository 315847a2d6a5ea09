import { ArrowRight } from "lucide-react";
import { Link } from "@/lib/i18n/navigation";
import { ActiviteIcon } from "./activite-icon";
import { PriceTag } from "./price-tag";

export type ActiviteCardProps = {
  code: string;
  href: string;
  label: string;
  price: string;
  afterCredit: string | null;
  /** A short remark under the price, e.g. the minimum. */
  note?: string;
};

/** A service of the catalogue: the whole card leads to its page. */
export function ActiviteCard({ code, href, label, price, afterCredit, note }: ActiviteCardProps) {
  return (
    <article className="group relative flex h-full flex-col gap-4 rounded-card border border-line bg-raised p-5 shadow-card transition-colors focus-within:border-accent hover:border-accent">
      <div className="flex items-start gap-3">
        <ActiviteIcon code={code} />
        <h3 className="min-w-0 flex-1 pt-1 text-lg leading-snug font-semibold">
          <Link href={href} className="after:absolute after:inset-0 after:rounded-card">
            {label}
          </Link>
        </h3>
      </div>
      <div className="mt-auto flex items-end justify-between gap-3">
        <div>
          <PriceTag price={price} afterCredit={afterCredit} />
          {note ? <p className="mt-1.5 text-sm text-ink-muted">{note}</p> : null}
        </div>
        <ArrowRight
          aria-hidden
          className="mirror size-5 shrink-0 text-ink-muted group-hover:text-accent-text"
        />
      </div>
    </article>
  );
}
