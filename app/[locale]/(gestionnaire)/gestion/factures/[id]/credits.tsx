import { Undo2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { FactureShape } from "@/lib/factures/schemas";
import { formatDate } from "@/lib/i18n/format";
import type { GestionArea } from "../../area";

type Part = { facture: FactureShape; area: GestionArea };

/** What corrects an issued invoice, and the way to correct it; on a credit note, the invoice it corrects. */
export async function Credits({ facture, area }: Part) {
  const t = await getTranslations("factures.file");
  if (facture.type === "avoir") return <Origin facture={facture} />;
  const isCreditable = facture.statut !== "annulee_par_avoir";
  return (
    <Card as="section" className="space-y-4">
      <h2 className="text-lg font-semibold">{t("credits")}</h2>
      {facture.avoirs.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {facture.avoirs.map((one) => (
            <li key={one.id} className="flex items-baseline justify-between gap-4 py-2.5">
              <span>
                <TextLink href={`/gestion/factures/${one.id}`}>
                  <bdi dir="ltr">{one.numero}</bdi>
                </TextLink>
                <span className="block text-sm text-ink-muted">
                  {one.date_emission ? formatDate(one.date_emission, { ...area.words, style: "medium" }) : ""}
                </span>
              </span>
              <bdi className="font-semibold tabular-nums">{area.money(one.total_ttc, facture.devise)}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{t("creditHelp")}</p>
      )}
      {isCreditable ? (
        <LinkButton href={`/gestion/factures/${facture.id}/avoir`} icon={<Undo2 aria-hidden />}>
          {t("credit")}
        </LinkButton>
      ) : null}
    </Card>
  );
}

async function Origin({ facture }: { facture: FactureShape }) {
  const t = await getTranslations("factures.file");
  const { facture_origine: origin } = facture;
  return (
    <Card as="section" className="space-y-2">
      <h2 className="text-lg font-semibold">{t("corrects")}</h2>
      {origin ? (
        <TextLink href={`/gestion/factures/${origin.id}`}>
          <bdi dir="ltr">{origin.numero}</bdi>
        </TextLink>
      ) : null}
      <p className="break-words">
        <span className="text-ink-muted">{t("creditReason")}</span> <bdi>{facture.motif}</bdi>
      </p>
    </Card>
  );
}
