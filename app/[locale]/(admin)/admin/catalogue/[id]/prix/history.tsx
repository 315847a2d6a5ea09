import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SectionHeader } from "@/components/ui/section-header";
import type { TarifShape } from "@/lib/activites/schemas";
import { pageContext } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { priceText } from "../../prices";
import type { PricePage } from "./page";

/** Every price of the activity in the agency, the planned ones first. */
export async function History({ page }: { page: PricePage }) {
  const t = await getTranslations("admin.price");
  return (
    <section>
      <SectionHeader title={t("history")} />
      {page.tarifs.length === 0 ? <p className="text-ink-muted">{t("noneYet")}</p> : null}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {page.tarifs.map((tarif) => (
          <Period key={tarif.id} tarif={tarif} page={page} />
        ))}
      </ul>
    </section>
  );
}

async function Period({ tarif, page }: { tarif: TarifShape; page: PricePage }) {
  const [t, { locale }] = await Promise.all([getTranslations("admin.price"), pageContext()]);
  const language = { locale, region: page.agence.pays };
  const day = (date: string) => formatDate(date, { ...language, style: "medium" });
  const state = stateOf(tarif, page.today);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div>
        <bdi className="text-lg font-semibold tabular-nums">
          {priceText(tarif.prix_horaire_ttc, tarif.devise, language)}
        </bdi>
        <p className="text-sm text-ink-muted">
          {tarif.au
            ? t("between", { du: day(tarif.du), au: day(tarif.au) })
            : t("since", { du: day(tarif.du) })}
        </p>
      </div>
      <Badge tone={state === "current" ? "success" : state === "planned" ? "info" : "neutral"}>
        {t(state)}
      </Badge>
    </li>
  );
}

function stateOf({ du, au }: TarifShape, today: string): "planned" | "current" | "past" {
  if (du > today) return "planned";
  return au !== null && au < today ? "past" : "current";
}
