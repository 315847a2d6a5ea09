import {
  CircleCheck,
  FileText,
  Info,
  Megaphone,
  PencilLine,
  RotateCcw,
  ShieldCheck,
  Users,
} from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { EtapeShape, IncidentDetail } from "@/lib/incidents/schemas";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";
import { SectionHeader } from "../ui/section-header";
import { Timeline } from "../ui/timeline";
import { ClockBadge } from "./clock-badge";

type Props = { incident: IncidentDetail };

async function wordsOf({ fuseau }: IncidentDetail) {
  const [t, locale] = await Promise.all([getTranslations("incidents"), getLocale() as Promise<Locale>]);
  const at = (text: string) => formatDateTime(new Date(text), { locale, timeZone: fuseau });
  const number = (value: number | null) => (value === null ? t("unknown") : formatNumber(value, { locale }));
  return { t, at, number };
}

/** The clocks that the law sets, each with how long is left. */
export async function Clocks({ incident }: Props) {
  const { t, at } = await wordsOf(incident);
  const line = ({ etat, fait_le, echeance }: IncidentDetail["delais"][number]) => {
    if (fait_le) return t("clock.doneOn", { date: at(fait_le) });
    return etat === "non_requis" ? t("clock.nothing") : t("clock.before", { date: at(echeance) });
  };
  return (
    <section aria-labelledby="delais">
      <SectionHeader id="delais" title={t("clock.title")} />
      <ul className="grid gap-3 sm:grid-cols-2 2xl:grid-cols-4">
        {incident.delais.map((delai) => (
          <Card as="li" key={delai.nom} className="flex flex-col gap-2">
            <p className="font-semibold">{t(`etapes.${delai.nom}`)}</p>
            <p>
              <ClockBadge delai={delai} />
            </p>
            <p className="text-sm">{line(delai)}</p>
            <p className="mt-auto text-sm text-ink-muted">
              <bdi>{delai.reference}</bdi>
            </p>
          </Card>
        ))}
      </ul>
    </section>
  );
}

/** What happened, whom and what it touches; the words where the reader may read them. */
export async function Facts({ incident }: Props) {
  const { t, at, number } = await wordsOf(incident);
  const comma = t("comma");
  const items = [
    { term: t("fields.type"), value: t(`types.${incident.type}`) },
    { term: t("fields.gravite"), value: t(`gravites.${incident.gravite}`) },
    { term: t("fields.risque"), value: t(`risques.${incident.risque}`) },
    { term: t("fields.nis2"), value: t(incident.nis2 ? "yes" : "no") },
    { term: t("fields.constate_le"), value: at(incident.constate_le) },
    { term: t("fields.debut_le"), value: incident.debut_le ? at(incident.debut_le) : t("unknown") },
    {
      term: t("fields.personnes"),
      value: incident.personnes.map((one) => t(`personnes.${one}`)).join(comma) || t("nobody"),
    },
    { term: t("fields.personnes_nombre"), value: number(incident.personnes_nombre) },
    {
      term: t("fields.donnees"),
      value: incident.donnees.map((one) => t(`donnees.${one}`)).join(comma) || t("nothing"),
    },
    { term: t("fields.enregistrements_nombre"), value: number(incident.enregistrements_nombre) },
  ];
  return (
    <section aria-labelledby="faits">
      <SectionHeader id="faits" title={t("one.facts")} />
      <DefinitionList items={items} />
    </section>
  );
}

/** The three texts. */
export async function Story({ incident }: Props) {
  const t = await getTranslations("incidents");
  return (
    <section aria-labelledby="recit">
      <SectionHeader id="recit" title={t("one.words")} />
      <dl className="space-y-4">
        {(["description", "consequences", "mesures"] as const).map((field) =>
          incident[field] ? (
            <div key={field}>
              <dt className="font-semibold">{t(`fields.${field}`)}</dt>
              <dd className="whitespace-pre-line">
                <bdi>{incident[field]}</bdi>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

const icons: Record<EtapeShape["type"], ReactNode> = {
  mesure: <ShieldCheck />,
  alerte_precoce: <Megaphone />,
  notification: <Megaphone />,
  personnes_informees: <Users />,
  rapport_final: <FileText />,
  note: <Info />,
  correction: <PencilLine />,
  cloture: <CircleCheck />,
  reouverture: <RotateCcw />,
};

type Words = Awaited<ReturnType<typeof wordsOf>>;

/** What a corrected field said before, where it is one word or a number. */
function former(field: string, value: unknown, t: Words["t"], number: Words["number"]): string {
  if (field === "type") return t(`types.${value as "autre"}`);
  if (field === "gravite") return t(`gravites.${value as "faible"}`);
  if (field === "risque") return t(`risques.${value as "aucun"}`);
  if (field.endsWith("_nombre")) return number(value as number | null);
  return "";
}

/** Everything that was done, in order; a correction says what it changed. */
export async function History({ incident }: Props) {
  const { t, at, number } = await wordsOf(incident);
  const items = incident.etapes.map((etape) => {
    const fields = Object.entries(etape.avant).map(([field, value]) => {
      const label = t(`fields.${field as "type"}`);
      const said = former(field, value, t, number);
      return said ? t("one.was", { field: label, value: said }) : label;
    });
    return {
      key: etape.id,
      icon: icons[etape.type],
      tone: etape.type === "cloture" ? ("success" as const) : ("neutral" as const),
      title: t(`etapes.${etape.type}`),
      time: at(etape.fait_le),
      children: (
        <>
          {etape.texte ? (
            <p className="whitespace-pre-line text-ink">
              <bdi>{etape.texte}</bdi>
            </p>
          ) : null}
          {fields.length > 0 ? <p>{t("one.before", { field: fields.join(t("comma")) })}</p> : null}
          <p className="text-sm">
            {[
              etape.par ? t("one.by", { name: etape.par }) : "",
              etape.ecrit_le.slice(0, 16) === etape.fait_le.slice(0, 16)
                ? ""
                : t("one.writtenOn", { date: at(etape.ecrit_le) }),
            ]
              .filter(Boolean)
              .join(t("comma"))}
          </p>
        </>
      ),
    };
  });
  return (
    <section aria-labelledby="suivi">
      <SectionHeader id="suivi" title={t("one.history")} />
      {items.length === 0 ? (
        <p className="text-ink-muted">{t("one.noHistory")}</p>
      ) : (
        <Timeline items={items} />
      )}
    </section>
  );
}
