import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";

/** A mark out of five; read as a sentence by screen readers. */
export function Stars({ note }: { note: number }) {
  const t = useTranslations("common");
  return (
    <span role="img" aria-label={t("stars", { count: note })} className="inline-flex gap-0.5">
      {[1, 2, 3, 4, 5].map((rank) => (
        <Star
          key={rank}
          aria-hidden
          className={cx("size-5", rank <= note ? "fill-warm text-warm" : "text-line-strong")}
        />
      ))}
    </span>
  );
}
