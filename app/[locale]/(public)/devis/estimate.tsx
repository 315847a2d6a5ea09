import { CalendarPlus, Phone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { Simulation } from "@/lib/activites/schemas";
import { simulateDevis } from "@/lib/activites/simulate-devis";
import { pageContext } from "@/lib/delivery/page";
import { sentences } from "@/lib/delivery/problem";
import { Refused } from "@/lib/foundation/errors";
import { formatHours } from "@/lib/i18n/format";
import { type Catalogue, moneyText, percentText } from "../catalogue";
import type { Asked } from "./page";

type Props = { asked: Asked; catalogue: Catalogue };

/** The answer: what a month costs, what is left after the credit, and how it comes about. */
export async function Estimate({ asked, catalogue }: Props) {
  const t = await getTranslations("public.devis");
  const answer = await simulated(asked);
  if (answer instanceof Refused) {
    return (
      <Notice tone="warning" title={t("noEstimate")} live>
        {sentences(answer, catalogue.locale).detail}
      </Notice>
    );
  }
  return (
    <Card as="section" className="space-y-6">
      <div role="status" className="space-y-4">
        <h2 className="text-lg font-semibold">
          {t("resultTitle")} · {answer.libelle}
        </h2>
        <Headline devis={answer} catalogue={catalogue} />
      </div>
      <Breakdown devis={answer} catalogue={catalogue} />
      <NextSteps devis={answer} catalogue={catalogue} />
    </Card>
  );
}

async function simulated(asked: Asked): Promise<Simulation | Refused> {
  const { agence, ...rest } = asked;
  try {
    return await simulateDevis(await pageContext(), { ...rest, agence_id: agence });
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

type Part = { devis: Simulation; catalogue: Catalogue };

/** An amount that reads the same beside Arabic words as in the headline. */
const cell = (amount: string) => <bdi>{amount}</bdi>;

const writer =
  ({ devis, catalogue }: Part) =>
  (amount: string) =>
    moneyText(amount, devis.devise, { locale: catalogue.locale, region: devis.pays });

/** The legal price first and at least as large; what is left beside it, said to be indicative. */
async function Headline(part: Part) {
  const [t, tPrice] = await Promise.all([getTranslations("public.devis"), getTranslations("public.price")]);
  const { devis } = part;
  const money = writer(part);
  const once = devis.frequence === "ponctuel";
  return (
    <div className="space-y-5">
      <Money amount={money(devis.mois.montant_ttc)} label={t(once ? "once" : "perMonth")} size="xl" />
      {devis.credit_impot ? (
        <div className="rounded-control bg-accent-soft p-4">
          <Money
            amount={money(devis.mois.reste_a_charge)}
            label={t("youPay")}
            note={tPrice("indicative")}
            tone="accent"
          />
        </div>
      ) : (
        <p className="text-ink-muted">{tPrice("noCredit")}</p>
      )}
    </div>
  );
}

async function Breakdown(part: Part) {
  const t = await getTranslations("public.devis");
  const { devis, catalogue } = part;
  const { locale } = catalogue;
  const money = writer(part);
  const percent = percentText(devis.taux_tva, locale);
  const billed = formatHours(Math.round(devis.duree_facturee * 60), { locale });
  return (
    <div className="space-y-3">
      <DefinitionList
        items={[
          { term: t("hourly"), value: cell(money(devis.prix_horaire_ttc)) },
          { term: `${t("perVisit")} (${billed})`, value: cell(money(devis.visite.montant_ttc)) },
          { term: t("net"), value: cell(money(devis.visite.montant_ht)) },
          { term: t("vat", { taux: percent }), value: cell(money(devis.visite.montant_tva)) },
          ...(devis.credit_impot
            ? [
                { term: t("credit"), value: <bdi>−{money(devis.mois.credit_impot)}</bdi> },
                { term: t("visitAfter"), value: cell(money(devis.visite.reste_a_charge)) },
              ]
            : []),
        ]}
      />
      <div className="space-y-1 text-sm text-ink-muted">
        {devis.duree_facturee > devis.duree ? <p>{t("billedMin", { duree: billed })}</p> : null}
        {devis.frequence === "ponctuel" ? null : <p>{t("yearly", { count: devis.prestations_par_an })}</p>}
        {devis.credit_impot?.plafonne ? (
          <p>{t("capped", { montant: money(devis.credit_impot.plafond_annuel) })}</p>
        ) : null}
        {devis.devis_obligatoire ? <p>{t("devisDue")}</p> : null}
      </div>
    </div>
  );
}

async function NextSteps({ devis, catalogue }: Part) {
  const t = await getTranslations("public.devis");
  const phone = catalogue.agence.telephone;
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton
        href={`/espace/reserver/besoin?type=${devis.type}&duree=${devis.duree}`}
        variant="primary"
        size="lg"
        icon={<CalendarPlus aria-hidden />}
      >
        {t("book")}
      </LinkButton>
      {phone ? (
        <AnchorButton href={`tel:${phone.replace(/[^+\d]/g, "")}`} size="lg" icon={<Phone aria-hidden />}>
          {t("askQuote")}
        </AnchorButton>
      ) : null}
    </div>
  );
}
