import { CalendarRange, Pencil, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { IntervenantFacts } from "@/components/intervenants/intervenant-facts";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { load, searchInput } from "@/lib/delivery/page";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import { gestionArea } from "../../area";
import { switchIntervenant } from "../actions";
import { byFamily, loadSkills } from "../skills";
import { Absences } from "./absences";
import { Contracts } from "./contracts";
import { Hours } from "./hours";
import { Week } from "./week";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("intervenants.gestion.file"))("title") };
}

/** One person: the week ahead, when they are away, their ordinary hours, and what they can do. */
export default async function IntervenantPage({ params, searchParams }: Props) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams.then(searchInput)]);
  const area = await gestionArea(`/gestion/intervenants/${id}`);
  const [t, tRights, person] = await Promise.all([
    getTranslations("intervenants.gestion.file"),
    getTranslations("rgpd.new"),
    load(readIntervenant, { id }),
  ]);
  return (
    <>
      <Header person={person} />
      {fait === "cree" || fait === "enregistre" ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t(fait === "cree" ? "created" : "saved")}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem] xl:grid-rows-[auto_1fr]">
        <section aria-labelledby="coordonnees" className="xl:col-start-2">
          <SectionHeader id="coordonnees" title={t("details")} />
          <IntervenantFacts person={person} words={area.words} />
        </section>
        <div className="min-w-0 space-y-8 xl:col-start-1 xl:row-span-2 xl:row-start-1">
          <Week person={person} area={area} />
          <Absences person={person} area={area} />
          <Hours person={person} area={area} />
          <Contracts person={person} area={area} />
        </div>
        <div className="space-y-8 xl:col-start-2">
          <Skills person={person} />
          <LinkButton
            href={`/gestion/rgpd/nouvelle?intervenant_id=${person.id}`}
            icon={<ShieldCheck aria-hidden />}
          >
            {tRights("fromFile")}
          </LinkButton>
          <SwitchPerson person={person} />
        </div>
      </div>
    </>
  );
}

async function Header({ person }: { person: IntervenantShape }) {
  const [t, tList, tStates] = await Promise.all([
    getTranslations("intervenants.gestion.file"),
    getTranslations("intervenants.gestion.list"),
    getTranslations("states.compte"),
  ]);
  const name = [person.prenom, person.nom].filter(Boolean).join(" ");
  return (
    <PageHeader
      title={
        <>
          <Avatar name={name} size="lg" />
          <bdi>{name}</bdi>
        </>
      }
      badge={person.actif ? null : <Badge>{tStates("inactif")}</Badge>}
      back={{ href: "/gestion/intervenants", label: tList("title") }}
      actions={
        <>
          <LinkButton href={`/gestion/intervenants/${person.id}/modifier`} icon={<Pencil aria-hidden />}>
            {t("edit")}
          </LinkButton>
          <LinkButton
            href={`/gestion/planning?${new URLSearchParams({ q: person.nom })}`}
            variant="primary"
            icon={<CalendarRange aria-hidden />}
          >
            {t("planning")}
          </LinkButton>
        </>
      }
    />
  );
}

async function Skills({ person }: { person: IntervenantShape }) {
  const [t, tCommon, skills] = await Promise.all([
    getTranslations("intervenants.gestion.file"),
    getTranslations("common.familles"),
    loadSkills(),
  ]);
  const own = byFamily(skills.filter(({ code }) => person.competences.includes(code)));
  return (
    <section aria-labelledby="competences">
      <SectionHeader id="competences" title={t("skills")} />
      {own.length === 0 ? <p className="text-ink-muted">{t("noSkill")}</p> : null}
      <div className="space-y-4">
        {own.map((group) => (
          <div key={group.famille}>
            <h3 className="mb-1.5 text-sm text-ink-muted">{tCommon(group.famille)}</h3>
            <ul className="flex flex-wrap gap-1.5">
              {group.skills.map(({ code, libelle }) => (
                <li
                  key={code}
                  className="min-w-0 rounded-full bg-accent-soft px-3 py-1 text-sm text-accent-text"
                >
                  {libelle}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

async function SwitchPerson({ person }: { person: IntervenantShape }) {
  const t = await getTranslations(
    person.actif ? "intervenants.gestion.switchOff" : "intervenants.gestion.switchOn",
  );
  return (
    <div>
      <ConfirmAction
        variant={person.actif ? "ghost" : "secondary"}
        label={t("label")}
        action={switchIntervenant}
        fields={{ id: person.id, version: person.version, actif: String(!person.actif) }}
        title={t("title")}
        consequence={t("consequence")}
        confirmLabel={t("confirm")}
      />
    </div>
  );
}
