import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { NumberField } from "@/components/ui/number-field";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { readActivite } from "@/lib/activites/read-activite";
import { type ActiviteShape, familleCodes, langueCodes, regimeCodes } from "@/lib/activites/schemas";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { listAgences } from "@/lib/organisation/list-agences";
import { saveActivite } from "../actions";
import { priceText } from "../prices";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(readActivite, { id: (await params).id })).libelle };
}

/** One activity: its names and rules, and what each agency asks. */
export default async function ActivitePage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const [t, tList, tPrice, activite] = await Promise.all([
    getTranslations("admin.activity"),
    getTranslations("admin.catalogue"),
    getTranslations("admin.price"),
    load(readActivite, { id }),
  ]);
  return (
    <>
      <PageHeader
        title={activite.libelle}
        description={activite.libelle_legal}
        back={{ href: "/admin/catalogue", label: tList("title") }}
        actions={<TextLink href={`/services/${activite.code}`}>{t("publicPage")}</TextLink>}
      />
      {searchInput(search).prix ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {tPrice("saved")}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[1.2fr_1fr] lg:items-start">
        <Rules activite={activite} />
        <Prices activite={activite} />
      </div>
    </>
  );
}

async function Rules({ activite }: { activite: ActiviteShape }) {
  const [t, common, regimes] = await Promise.all([
    getTranslations("admin.activity"),
    getTranslations("common"),
    getTranslations("states.regime"),
  ]);
  return (
    <Card as="section">
      <SectionHeader title={t("rulesTitle")} />
      <ActionForm action={saveActivite}>
        <input type="hidden" name="id" value={activite.id} />
        <input type="hidden" name="version" value={activite.version} />
        {langueCodes.map((langue) => (
          <TextField
            key={langue}
            name={`libelles.${langue}`}
            label={t("label", { langue: common(`langues.${langue}`) })}
            isRequired
            defaultValue={activite.libelles[langue]}
          />
        ))}
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            name="famille"
            label={t("family")}
            defaultValue={activite.famille}
            options={familleCodes.map((value) => ({ value, label: common(`familles.${value}`) }))}
          />
          <Select
            name="regime"
            label={t("regime")}
            defaultValue={activite.regime}
            options={regimeCodes.map((value) => ({ value, label: regimes(value) }))}
          />
          <NumberField
            name="duree_max_min"
            label={t("maxMinutes")}
            description={t("maxMinutesHelp")}
            minValue={1}
            maxValue={1440}
            defaultValue={activite.duree_max_min ?? undefined}
          />
          <TextField
            name="plafond_credit_impot"
            label={t("ceiling")}
            description={t("ceilingHelp")}
            inputMode="decimal"
            suffix="€"
            defaultValue={activite.plafond_credit_impot ?? undefined}
          />
        </div>
        <Switch name="actif" label={t("active")} defaultSelected={activite.actif} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

async function Prices({ activite }: { activite: ActiviteShape }) {
  const [t, tList, { locale }, agences] = await Promise.all([
    getTranslations("admin.activity"),
    getTranslations("admin.catalogue"),
    pageContext(),
    load(listAgences, { ordering: "id", limit: 200 }),
  ]);
  return (
    <section>
      <SectionHeader title={t("pricesTitle")} />
      <ul className="divide-y divide-line border-y border-line">
        {agences.results.map((agence) => {
          const prix = activite.prix.find(({ agence_id }) => agence_id === agence.id);
          const language = { locale, region: agence.pays };
          return (
            <li key={agence.id} className="flex flex-wrap items-center justify-between gap-3 py-4">
              <div>
                <p className="font-medium">{agence.nom}</p>
                {prix ? (
                  <p>
                    <bdi className="text-xl font-semibold tabular-nums">
                      {priceText(prix.prix_horaire_ttc, prix.devise, language)}
                    </bdi>{" "}
                    <span className="text-sm text-ink-muted">
                      {tList("since")} {formatDate(prix.du, { ...language, style: "medium" })}
                    </span>
                  </p>
                ) : (
                  <p className="text-ink-muted">{tList("noPrice")}</p>
                )}
              </div>
              <LinkButton href={`/admin/catalogue/${activite.id}/prix?agence=${agence.id}`}>
                {prix ? tList("changePrice") : tList("setPrice")}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
