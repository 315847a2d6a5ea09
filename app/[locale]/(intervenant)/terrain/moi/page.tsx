import { Clock, KeyRound, Phone, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TextSizeSwitch } from "@/components/shell/text-size-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { telHref } from "@/components/terrain/directions";
import { ActionForm } from "@/components/ui/action-form";
import { DefinitionList } from "@/components/ui/definition-list";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { Stat } from "@/components/ui/stat";
import { SubmitButton } from "@/components/ui/submit-button";
import { load, searchInput } from "@/lib/delivery/page";
import { civilDay } from "@/lib/foundation/zoned";
import { formatHours } from "@/lib/i18n/format";
import { localeName, locales } from "@/lib/i18n/locales";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { SubscriptionsEntry } from "../../../abonnements/subscriptions-page";
import { SignOut } from "../../../deconnexion/sign-out";
import { type FieldArea, fieldArea } from "../area";
import { monthOf, weekOf } from "../civil-days";
import { plannedMinutes, workedMinutes } from "../day";
import { saveLanguage } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("terrain.me"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The person's own hours, file, language and way out. */
export default async function Me({ searchParams }: Props) {
  const [area, { fait }, t, tRights, tWork] = await Promise.all([
    fieldArea("/terrain/moi"),
    searchParams.then(searchInput),
    getTranslations("terrain.me"),
    getTranslations("rgpd"),
    getTranslations("travail.compteurs"),
  ]);
  const person = await load(readIntervenant, { id: area.intervenantId });
  return (
    <>
      <PageHeader title={area.account.nom} description={area.agence.nom} />
      {fait === "langue" ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t("languageSaved")}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-2 lg:items-start">
        <div className="space-y-10">
          <Hours area={area} />
          <LinkButton href="/terrain/moi/heures" icon={<Clock aria-hidden />} className="w-full sm:w-auto">
            {tWork("mine")}
          </LinkButton>
          <File person={person} area={area} />
        </div>
        <div className="space-y-10">
          <section aria-labelledby="langue">
            <SectionHeader id="langue" title={t("language")} description={t("languageHelp")} />
            <ActionForm action={saveLanguage} aria-label={t("language")}>
              <div className="flex items-end gap-3">
                <Select
                  name="langue"
                  label={t("language")}
                  isLabelHidden
                  defaultValue={area.account.langue}
                  options={locales.map((value) => ({ value, label: localeName(value) }))}
                  className="flex-1"
                />
                <SubmitButton variant="secondary">{t("saveLanguage")}</SubmitButton>
              </div>
            </ActionForm>
          </section>
          <section aria-labelledby="agenda">
            <SectionHeader id="agenda" title={t("calendar")} />
            <SubscriptionsEntry href="/terrain/moi/agenda" />
          </section>
          <section aria-labelledby="donnees">
            <SectionHeader id="donnees" title={tRights("nav")} />
            <LinkButton
              href="/terrain/moi/donnees"
              icon={<ShieldCheck aria-hidden />}
              className="w-full sm:w-auto"
            >
              {tRights("worker.entry")}
            </LinkButton>
          </section>
          <section aria-labelledby="affichage" className="space-y-4">
            <SectionHeader id="affichage" title={t("display")} />
            <TextSizeSwitch label={t("largeText")} description={t("largeTextHelp")} />
            <ThemeSwitch />
          </section>
          <section aria-labelledby="connexion" className="space-y-3">
            <SectionHeader
              id="connexion"
              title={t("account")}
              description={<bdi dir="ltr">{area.account.email}</bdi>}
            />
            <LinkButton href="/mot-de-passe" icon={<KeyRound aria-hidden />} className="w-full sm:w-auto">
              {t("password")}
            </LinkButton>
            <div className="rounded-control border border-line-strong sm:max-w-xs">
              <SignOut />
            </div>
          </section>
        </div>
      </div>
    </>
  );
}

/** Hours of this week and this month: done, of those planned. */
async function Hours({ area }: { area: FieldArea }) {
  const { days } = weekOf(undefined, area.today);
  const month = monthOf(area.today);
  const [first = "", last = ""] = [days[0], days[6]];
  const [t, time, { results }] = await Promise.all([
    getTranslations("terrain.me"),
    getTranslations("common.time"),
    load(listPrestations, {
      date_min: [first, month.du].sort()[0],
      date_max: [last, month.au].sort()[1],
      limit: 200,
    }),
  ]);
  const within = (du: string, au: string) =>
    results.filter((visit) => {
      const day = civilDay(new Date(visit.date), visit.fuseau);
      return du <= day && day <= au;
    });
  const spans = [
    { label: time("thisWeek"), visits: within(first, last) },
    { label: time("thisMonth"), visits: within(month.du, month.au) },
  ];
  return (
    <section aria-labelledby="heures">
      <SectionHeader id="heures" title={t("hours")} />
      <div className="grid gap-3 xs:grid-cols-2">
        {spans.map(({ label, visits }) => (
          <Stat
            key={label}
            label={label}
            value={formatHours(workedMinutes(visits), area.words)}
            hint={t("ofPlanned", { hours: formatHours(plannedMinutes(visits), area.words) })}
          />
        ))}
      </div>
      <p className="mt-3 text-sm text-ink-muted">{t("hoursHelp")}</p>
    </section>
  );
}

async function File({ person, area }: { person: IntervenantShape; area: FieldArea }) {
  const [t, fields, states] = await Promise.all([
    getTranslations("terrain.me"),
    getTranslations("common.fields"),
    getTranslations("states"),
  ]);
  const { telephone } = area.agence;
  const items = [
    { term: t("number"), value: <bdi dir="ltr">{person.matricule}</bdi> },
    {
      term: t("contract"),
      value: t("contractLine", {
        type: states(`contrat.${person.contrat.type}`),
        hours: formatHours(Math.round(person.contrat.heures_semaine * 60), area.words),
      }),
    },
    person.telephone ? { term: fields("phone"), value: <bdi dir="ltr">{person.telephone}</bdi> } : null,
    person.email ? { term: fields("email"), value: <bdi dir="ltr">{person.email}</bdi> } : null,
    person.secteur ? { term: t("sector"), value: <bdi>{person.secteur}</bdi> } : null,
  ];
  return (
    <section aria-labelledby="fiche">
      <SectionHeader id="fiche" title={t("file")} description={t("fileHelp")} />
      <DefinitionList items={items.filter((item) => item !== null)} />
      {telephone ? (
        <AnchorButton
          href={telHref(telephone)}
          icon={<Phone aria-hidden />}
          className="mt-4 w-full sm:w-auto"
        >
          {t("callAgency")}
        </AnchorButton>
      ) : null}
    </section>
  );
}
