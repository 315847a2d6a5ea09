import { Archive, Eraser } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDate, type Relative } from "@/lib/i18n/format";
import type { ErasurePreview } from "@/lib/rgpd/schemas-erasure";

type Props = {
  preview: Pick<ErasurePreview, "maintenant" | "conserve">;
  dates: Relative;
  /** Level of the two titles: one below that of what they stand under. */
  heading?: "h2" | "h3";
};

/** What an erasure takes away beside what it must leave, each with the law and the day. */
export function ErasureLists({ preview, dates, heading: Heading = "h3" }: Props) {
  const t = useTranslations("rgpd.erasure");
  return (
    <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
      <section aria-labelledby="part">
        <Heading id="part" className="mb-2 flex items-center gap-2 font-semibold">
          <Eraser aria-hidden className="size-5 text-danger-text" />
          {t("going")}
        </Heading>
        <ul className="divide-y divide-line rounded-card border border-line bg-raised">
          {preview.maintenant.map(({ quoi }) => (
            <li key={quoi} className="px-4 py-2.5">
              {t(`now.${quoi}`)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="reste">
        <Heading id="reste" className="mb-2 flex items-center gap-2 font-semibold">
          <Archive aria-hidden className="size-5 text-ink-muted" />
          {t("staying")}
        </Heading>
        <ul className="divide-y divide-line rounded-card border border-line bg-raised">
          {preview.conserve.map(({ quoi, jusqu_au, motif, reference }) => (
            <li key={quoi} className="px-4 py-2.5">
              <span className="block">
                {t(`kept.${quoi}`)} ·{" "}
                <strong>
                  {jusqu_au
                    ? t("until", { day: formatDate(jusqu_au, { ...dates, style: "long" }) })
                    : t("without")}
                </strong>
              </span>
              <span className="block text-sm text-ink-muted">
                {t("law", { why: t(`why.${motif}`), reference })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
