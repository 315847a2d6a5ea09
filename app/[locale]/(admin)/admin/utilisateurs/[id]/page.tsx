import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountFields } from "@/components/admin/account-fields";
import { SessionList } from "@/components/auth/session-list";
import { DateTime } from "@/components/i18n/date-time";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { load, searchInput } from "@/lib/delivery/page";
import { listAgences } from "@/lib/organisation/list-agences";
import { readUtilisateur } from "@/lib/organisation/read-utilisateur";
import { langueCodes, roleCodes, type UtilisateurShape } from "@/lib/organisation/schemas-utilisateur";
import { listSessionsOf } from "@/lib/organisation/sessions/list-sessions-of";
import { endSessionsOfUser, resetSecondFactor, saveUser, switchUser } from "../actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.user"))("editTitle") };
}

/** One account: who it is, what it may do, and the switch that ends it. */
export default async function UserPage({ params, searchParams }: Props) {
  const { id } = await params;
  const [t, tUsers, states, user, agences, search] = await Promise.all([
    getTranslations("admin.user"),
    getTranslations("admin.users"),
    getTranslations("states.compte"),
    load(readUtilisateur, { id }),
    load(listAgences, { limit: 200 }),
    searchParams,
  ]);
  const state = user.actif ? "actif" : "inactif";
  return (
    <>
      <PageHeader
        title={<bdi>{`${user.prenom} ${user.nom}`}</bdi>}
        badge={<StatusBadge statut={state} label={states(state)} />}
        back={{ href: "/admin/utilisateurs", label: tUsers("title") }}
        actions={<Switch user={user} />}
      />
      {searchInput(search).invite ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t("invited")}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[1.6fr_1fr] lg:items-start">
        <Card as="section">
          <SectionHeader title={t("editTitle")} />
          <ActionForm action={saveUser}>
            <input type="hidden" name="id" value={user.id} />
            <input type="hidden" name="version" value={user.version} />
            <AccountFields roles={roleCodes} langues={langueCodes} agences={agences.results} user={user} />
            <SubmitButton>{t("save")}</SubmitButton>
          </ActionForm>
        </Card>
        <div className="space-y-8">
          <About user={user} />
          <Sessions user={user} />
        </div>
      </div>
    </>
  );
}

async function About({ user }: { user: UtilisateurShape }) {
  const [t, tUsers] = await Promise.all([getTranslations("admin.user"), getTranslations("admin.users")]);
  const day = (text: string | null, otherwise: string) =>
    text ? <DateTime value={new Date(text)} timeZone="Europe/Paris" style="dateTime" /> : otherwise;
  return (
    <section>
      <SectionHeader title={t("about")} />
      <DefinitionList
        items={[
          { term: tUsers("email"), value: <bdi dir="ltr">{user.email}</bdi> },
          { term: t("confirmed"), value: day(user.email_verifie_le, t("notConfirmed")) },
          { term: tUsers("lastSeen"), value: day(user.derniere_connexion_le, tUsers("never")) },
          { term: t("secondFactor"), value: t(user.second_facteur ? "secondFactorOn" : "secondFactorOff") },
          { term: t("created"), value: day(user.cree_le, "") },
        ]}
      />
      {user.second_facteur ? (
        <div className="mt-4">
          <ConfirmAction
            variant="danger"
            look="secondary"
            label={t("resetFactor")}
            action={resetSecondFactor}
            fields={{ id: user.id }}
            title={t("resetFactorTitle", { name: `${user.prenom} ${user.nom}` })}
            consequence={t("resetFactorConsequence")}
            confirmLabel={t("resetFactor")}
          />
        </div>
      ) : null}
      <p className="mt-4">
        <TextLink href={`/audit?objet=utilisateur&objet_id=${user.id}`}>{t("log")}</TextLink>
      </p>
    </section>
  );
}

/** Where this person is signed in, and the act that ends it all. */
async function Sessions({ user }: { user: UtilisateurShape }) {
  const [t, { results }] = await Promise.all([
    getTranslations("compte.sessions"),
    load(listSessionsOf, { id: user.id }),
  ]);
  return (
    <section aria-labelledby="sessions" className="space-y-4">
      <SectionHeader id="sessions" title={t("title")} />
      <SessionList sessions={results} timeZone="Europe/Paris" />
      <ConfirmAction
        variant="danger"
        look="secondary"
        label={t("endAll")}
        action={endSessionsOfUser}
        fields={{ id: user.id }}
        title={t("endAllTitle", { name: `${user.prenom} ${user.nom}` })}
        consequence={t("endAllConsequence")}
        confirmLabel={t("endAll")}
      />
    </section>
  );
}

async function Switch({ user }: { user: UtilisateurShape }) {
  const t = await getTranslations("admin.user");
  const act = user.actif ? "disable" : "enable";
  return (
    <ConfirmAction
      variant={user.actif ? "danger" : "primary"}
      look="secondary"
      label={t(act)}
      action={switchUser}
      fields={{ id: user.id, actif: user.actif ? "false" : "true" }}
      title={t(`${act}Title`, { name: `${user.prenom} ${user.nom}` })}
      consequence={t(`${act}Consequence`)}
      confirmLabel={t(act)}
    />
  );
}
