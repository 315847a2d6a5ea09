import { Home, KeyRound, Pencil, Phone, Plus, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addressLines } from "@/components/prestations/visit-words";
import { TextSizeSwitch } from "@/components/shell/text-size-switch";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { readClient } from "@/lib/clients/read-client";
import type { ClientFile } from "@/lib/clients/schemas";
import { load, searchInput } from "@/lib/delivery/page";
import { localeName, locales } from "@/lib/i18n/locales";
import { SubscriptionsEntry } from "../../../abonnements/subscriptions-page";
import { SignOut } from "../../../deconnexion/sign-out";
import { clientArea } from "../area";
import { saveDetails } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.profile"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who the client is, where, whom to call, and how the screens look. */
export default async function Profile({ searchParams }: Props) {
  const { fait } = searchInput(await searchParams);
  const area = await clientArea("/espace/profil");
  const [t, client] = await Promise.all([
    getTranslations("espace.profile"),
    load(readClient, { id: area.clientId }),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={`${client.prenom} ${client.nom}`.trim()} />
      {fait === "mot-de-passe" ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t("passwordSaved")}
          </Notice>
        </div>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2 lg:items-start">
        <div className="space-y-10">
          <Part id="coordonnees" title={t("details")}>
            <DetailsForm client={client} />
          </Part>
          <Part id="connexion" title={t("security")}>
            <div className="flex flex-wrap items-center gap-3">
              <LinkButton href="/espace/profil/mot-de-passe" icon={<KeyRound aria-hidden />}>
                {t("changePassword")}
              </LinkButton>
              <div className="rounded-control border border-line-strong">
                <SignOut />
              </div>
            </div>
          </Part>
        </div>
        <div className="space-y-10">
          <Part
            id="adresses"
            title={t("addresses")}
            actions={
              <LinkButton href="/espace/profil/adresses/nouvelle" icon={<Plus aria-hidden />}>
                {t("addAddress")}
              </LinkButton>
            }
          >
            <Addresses client={client} />
          </Part>
          <Part
            id="urgence"
            title={t("emergency")}
            actions={
              <LinkButton href="/espace/profil/contacts" icon={<Pencil aria-hidden />}>
                {t("edit")}
              </LinkButton>
            }
          >
            <Contacts client={client} />
          </Part>
          <Part id="agenda" title={t("calendar")}>
            <SubscriptionsEntry href="/espace/profil/agenda" />
          </Part>
          <Part id="donnees" title={t("data")}>
            <p className="mb-3 text-ink-muted">{t("dataHelp")}</p>
            <LinkButton href="/espace/profil/donnees" icon={<ShieldCheck aria-hidden />}>
              {t("seeData")}
            </LinkButton>
          </Part>
          <Part id="affichage" title={t("display")}>
            <TextSizeSwitch label={t("largeText")} description={t("largeTextHelp")} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Part({
  id,
  title,
  actions,
  children,
}: {
  id: string;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <SectionHeader id={id} title={title} actions={actions} />
      {children}
    </section>
  );
}

async function DetailsForm({ client }: { client: ClientFile }) {
  const [t, tFields] = await Promise.all([
    getTranslations("espace.profile"),
    getTranslations("common.fields"),
  ]);
  return (
    <ActionForm action={saveDetails} aria-label={t("details")}>
      <input type="hidden" name="version" value={client.version} />
      <TextField
        name="email"
        type="email"
        label={tFields("email")}
        autoComplete="email"
        description={t("emailHelp")}
        defaultValue={client.email}
      />
      <TextField
        name="telephone"
        type="tel"
        inputMode="tel"
        label={tFields("phone")}
        autoComplete="tel"
        description={t("phoneHelp")}
        defaultValue={client.telephone}
      />
      <Select
        name="langue"
        label={t("language")}
        description={t("languageHelp")}
        defaultValue={client.langue}
        options={locales.map((code) => ({ value: code, label: localeName(code) }))}
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}

async function Addresses({ client }: { client: ClientFile }) {
  const t = await getTranslations("espace.profile");
  if (client.adresses.length === 0) return <p className="text-ink-muted">{t("noAddress")}</p>;
  return (
    <ul className="space-y-3">
      {client.adresses.map((one) => (
        <Card as="li" key={one.id} className="flex items-start gap-3">
          <Home aria-hidden className="mt-1 size-5 shrink-0 text-ink-muted" />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              <bdi>{one.libelle || one.voie}</bdi>
              {one.principale ? <Badge tone="accent">{t("main")}</Badge> : null}
            </p>
            <p className="text-ink-muted">
              <bdi>{addressLines(one).join(", ")}</bdi>
            </p>
            {one.acces ? <p className="mt-1 text-sm">{t("access", { text: one.acces })}</p> : null}
          </div>
          <LinkButton href={`/espace/profil/adresses/${one.id}`} size="sm">
            {t("edit")}
            <span className="sr-only"> {one.libelle || one.voie}</span>
          </LinkButton>
        </Card>
      ))}
    </ul>
  );
}

async function Contacts({ client }: { client: ClientFile }) {
  const t = await getTranslations("espace.profile");
  if (client.contacts.length === 0) return <p className="text-ink-muted">{t("noContact")}</p>;
  return (
    <ul className="space-y-3">
      {client.contacts.map((one) => (
        <li key={`${one.nom} ${one.telephone}`} className="flex items-start gap-3">
          <Phone aria-hidden className="mt-1 size-5 shrink-0 text-ink-muted" />
          <p>
            <bdi className="font-semibold">{one.nom}</bdi>
            {one.lien ? <span className="text-ink-muted"> · {one.lien}</span> : null}
            <span className="block">
              <bdi dir="ltr">{one.telephone || one.email}</bdi>
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
