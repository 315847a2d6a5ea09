import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDate, type Relative } from "@/lib/i18n/format";
import type { Kept } from "@/lib/rgpd/schemas-kept";

type Props = { kept: Kept; dates: Relative };

/** What the law makes the agency keep of an intervenant, each with its end and its article, and when the file goes. */
export function KeptList({ kept, dates }: Props) {
  const t = useTranslations("rgpd.kept");
  const tErasure = useTranslations("rgpd.erasure");
  const long = (day: string) => formatDate(day, { ...dates, style: "long" });
  const endOf = ({ quoi, fin, jusqu_au, annees }: Kept["conserve"][number]) => {
    if (fin === "depart") return t("after", { years: annees ?? 0 });
    if (fin === "reponse") return t("answered", { years: annees ?? 0 });
    if (quoi === "journal") return tErasure("without");
    return jusqu_au ? tErasure("until", { day: long(jusqu_au) }) : t("nameless");
  };
  return (
    <>
      <h3 className="mb-2 flex items-center gap-2 font-semibold">
        <Archive aria-hidden className="size-5 text-ink-muted" />
        {tErasure("staying")}
      </h3>
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {kept.conserve.map((one) => (
          <li key={one.quoi} className="px-4 py-2.5">
            <span className="block">
              {t(`what.${one.quoi}`)} · <strong>{endOf(one)}</strong>
            </span>
            <span className="block text-sm text-ink-muted">
              {tErasure("law", { why: t(`why.${one.motif}`), reference: one.reference })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3">{kept.efface_le ? t("goes", { day: long(kept.efface_le) }) : t("later")}</p>
    </>
  );
}
