import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { listTarifs } from "@/lib/activites/list-tarifs";
import { readActivite } from "@/lib/activites/read-activite";
import type { ActiviteShape, TarifShape } from "@/lib/activites/schemas";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { civilDay } from "@/lib/foundation/zoned";
import { readAgence } from "@/lib/organisation/read-agence";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";
import { History } from "./history";
import { Preview } from "./preview";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
export type PricePage = {
  activite: ActiviteShape;
  agence: AgenceShape;
  /** Every price of the activity in the agency, latest start first. */
  tarifs: TarifShape[];
  /** Today at the agency, YYYY-MM-DD. */
  today: string;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.catalogue"))("changePrice") };
}

/** A new price in two steps: what and from when (a GET form), then what changes, to be confirmed. */
export default async function PricePage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const asked = searchInput(search);
  if (!asked.agence) notFound();
  const [t, { now }, activite, agence, tarifs] = await Promise.all([
    getTranslations("admin.price"),
    pageContext(),
    load(readActivite, { id }),
    load(readAgence, { id: asked.agence }),
    load(listTarifs, { activite_id: id, agence_id: asked.agence, limit: 200 }),
  ]);
  const page = { activite, agence, tarifs: tarifs.results, today: civilDay(now, agence.fuseau) };
  return (
    <>
      <PageHeader
        title={t("title", { activite: activite.libelle })}
        description={t("lead", { agence: agence.nom })}
        back={{ href: `/admin/catalogue/${activite.id}`, label: activite.libelle }}
      />
      <div className="grid gap-8 lg:grid-cols-2 lg:items-start">
        <div className="min-w-0 space-y-8">
          <Question page={page} asked={asked} />
          {asked.prix_horaire_ttc && asked.du ? <Preview page={page} asked={asked} /> : null}
        </div>
        <History page={page} />
      </div>
    </>
  );
}

async function Question({ page, asked }: { page: PricePage; asked: Record<string, string> }) {
  const t = await getTranslations("admin.price");
  const { agence, tarifs, today } = page;
  const current = tarifs.find(({ du }) => du <= today);
  return (
    <form method="get" className="space-y-5">
      <input type="hidden" name="agence" value={agence.id} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="prix_horaire_ttc"
          label={t("amount", { devise: agence.devise })}
          inputMode="decimal"
          isRequired
          defaultValue={asked.prix_horaire_ttc ?? current?.prix_horaire_ttc}
        />
        <DatePicker name="du" label={t("from")} isRequired minValue={today} defaultValue={asked.du} />
        <TextField
          name="minimum_min"
          label={t("minimum")}
          inputMode="numeric"
          defaultValue={asked.minimum_min ?? String(current?.minimum_min ?? 60)}
        />
        <TextField
          name="taux_tva"
          label={t("vat")}
          inputMode="decimal"
          suffix="%"
          defaultValue={asked.taux_tva ?? current?.taux_tva}
        />
      </div>
      <Button type="submit">{t("preview")}</Button>
    </form>
  );
}
