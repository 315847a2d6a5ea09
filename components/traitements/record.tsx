import { getTranslations } from "next-intl/server";
import type { TraitementShape, Traitements } from "@/lib/rgpd/traitements/schemas";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";

/** The record of processing: one card for each activity; it prints as it stands. */
export async function ProcessingRecord({ record }: { record: Traitements }) {
  return (
    <ul className="grid gap-4 xl:grid-cols-2">
      {record.traitements.map((one) => (
        <Card as="li" key={one.traitement} className="break-inside-avoid">
          <Activity activity={one} />
        </Card>
      ))}
    </ul>
  );
}

async function Activity({ activity }: { activity: TraitementShape }) {
  const [t, tIncidents, tKept] = await Promise.all([
    getTranslations("traitements"),
    getTranslations("incidents"),
    getTranslations("conservation"),
  ]);
  const comma = tIncidents("comma");
  const { traitement, base, personnes, donnees, destinataires, conservation, mesures } = activity;
  return (
    <>
      <h2 className="text-lg font-semibold">{t(`activites.${traitement}.nom`)}</h2>
      <DefinitionList
        items={[
          { term: t("purpose"), value: t(`activites.${traitement}.finalite`) },
          { term: t("basis"), value: t(`bases.${base}`) },
          { term: t("people"), value: personnes.map((one) => tIncidents(`personnes.${one}`)).join(comma) },
          { term: t("data"), value: donnees.map((one) => tIncidents(`donnees.${one}`)).join(comma) },
          { term: t("recipients"), value: destinataires.map((one) => t(`destinataires.${one}`)).join(comma) },
          {
            term: t("kept"),
            value: conservation.map(({ regle, nombre, unite, reference }) => (
              <span key={regle} className="block">
                {tKept(`rules.${regle}`)} · {tKept(`duree.${unite}`, { count: nombre })}{" "}
                <bdi className="text-sm text-ink-muted">({reference})</bdi>
              </span>
            )),
          },
          { term: t("measures"), value: mesures.map((one) => t(`mesures.${one}`)).join(comma) },
        ]}
      />
    </>
  );
}

/** The record as lines of a spreadsheet, in codes. */
export const recordLines = ({ traitements }: Traitements) =>
  traitements.map((one) => ({
    traitement: one.traitement,
    base: one.base,
    personnes: one.personnes.join(" "),
    donnees: one.donnees.join(" "),
    destinataires: one.destinataires.join(" "),
    conservation: one.conservation
      .map(({ regle, nombre, unite }) => `${regle}: ${nombre} ${unite}`)
      .join(", "),
    mesures: one.mesures.join(" "),
  }));
