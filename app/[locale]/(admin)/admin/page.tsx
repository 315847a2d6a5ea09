import { Building2, Cog, Mail, Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { Avatar } from "@/components/ui/avatar";
import { ChoiceList } from "@/components/ui/choice-list";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Stat } from "@/components/ui/stat";
import { load, pageContext } from "@/lib/delivery/page";
import { readAdministration } from "@/lib/organisation/read-administration";
import { roleCodes } from "@/lib/organisation/schemas-utilisateur";

type State = Awaited<ReturnType<typeof readAdministration>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.home"))("title") };
}

/** The installation at a glance: what grows, what waits, who was here. */
export default async function AdminHome() {
  const [t, state] = await Promise.all([getTranslations("admin.home"), load(readAdministration)]);
  return (
    <div className="space-y-10">
      <PageHeader title={t("title")} description={t("lead")} />
      <Figures state={state} />
      <div className="grid gap-10 lg:grid-cols-2">
        <LastSeen state={state} />
        <ByRole state={state} />
      </div>
    </div>
  );
}

async function Figures({ state }: { state: State }) {
  const t = await getTranslations("admin.home");
  const { utilisateurs, agences, courriels, taches } = state;
  const failedMails = courriels.echoue ?? 0;
  const late = taches.retard_secondes ?? 0;
  const minutes = Math.floor(late / 60);
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Stat
        label={t("accounts")}
        value={utilisateurs.actifs}
        hint={t("disabledCount", { count: utilisateurs.inactifs })}
        icon={<Users aria-hidden />}
        href="/admin/utilisateurs"
      />
      <Stat
        label={t("agencies")}
        value={agences.actives}
        icon={<Building2 aria-hidden />}
        href="/admin/agences"
      />
      <Stat
        label={t("mailsWaiting")}
        value={courriels.en_attente ?? 0}
        hint={t("mailsFailed", { count: failedMails })}
        icon={<Mail aria-hidden />}
        href="/admin/outbox"
        tone={failedMails > 0 ? "attention" : "plain"}
      />
      <Stat
        label={t("jobs")}
        value={taches.en_attente}
        hint={minutes >= 5 ? t("jobsLate", { minutes }) : t("jobsFailed", { count: taches.echouees })}
        icon={<Cog aria-hidden />}
        href="/admin/taches"
        tone={taches.echouees > 0 || minutes >= 5 ? "attention" : "plain"}
      />
    </div>
  );
}

async function LastSeen({ state }: { state: State }) {
  const [t, roles, { now }] = await Promise.all([
    getTranslations("admin.home"),
    getTranslations("common.roles"),
    pageContext(),
  ]);
  const people = state.dernieres_connexions;
  return (
    <section>
      <SectionHeader title={t("lastSeen")} />
      {people.length === 0 ? <p className="text-ink-muted">{t("nobodySeen")}</p> : null}
      <ChoiceList
        label={t("lastSeen")}
        items={people.map((one) => ({
          key: one.id,
          href: `/admin/utilisateurs/${one.id}`,
          title: <bdi>{`${one.prenom} ${one.nom}`}</bdi>,
          description: roles(one.role),
          leading: <Avatar name={`${one.prenom} ${one.nom}`} />,
          trailing: one.derniere_connexion_le ? (
            <DateTime
              value={new Date(one.derniere_connexion_le)}
              timeZone="Europe/Paris"
              style="relative"
              now={now}
              className="text-sm text-ink-muted"
            />
          ) : null,
        }))}
      />
    </section>
  );
}

async function ByRole({ state }: { state: State }) {
  const [t, roles] = await Promise.all([getTranslations("admin.home"), getTranslations("common.roles")]);
  return (
    <section>
      <SectionHeader title={t("byRole")} />
      <ChoiceList
        label={t("byRole")}
        items={roleCodes.map((role) => ({
          key: role,
          href: `/admin/utilisateurs?role=${role}`,
          title: roles(role),
          trailing: (
            <span className="text-lg font-semibold tabular-nums">
              {state.utilisateurs.par_role[role] ?? 0}
            </span>
          ),
        }))}
      />
    </section>
  );
}
