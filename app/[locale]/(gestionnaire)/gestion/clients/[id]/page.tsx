import { CalendarPlus, Pencil } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientAddresses, ClientContacts, ClientFacts } from "@/components/clients/client-facts";
import { Badge } from "@/components/ui/badge";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { readClient } from "@/lib/clients/read-client";
import type { ClientFile } from "@/lib/clients/schemas";
import { load, searchInput } from "@/lib/delivery/page";
import { gestionArea } from "../../area";
import { switchClient } from "../actions";
import { Consents } from "./consents";
import { Invoices } from "./invoices";
import { PrepareInvoice } from "./prepare-invoice";
import { Rights } from "./rights";
import { ClientSeries } from "./series";
import { Requests, Visits } from "./visits";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("clients.file"))("title") };
}

/** A client's whole file: the person beside what happens at their place and what it costs. */
export default async function ClientPage({ params, searchParams }: Props) {
  const [{ id }, { fait }] = await Promise.all([params, searchParams.then(searchInput)]);
  const area = await gestionArea(`/gestion/clients/${id}`);
  const [t, tRights, client] = await Promise.all([
    getTranslations("clients.file"),
    getTranslations("rgpd"),
    load(readClient, { id }),
  ]);
  return (
    <>
      <Header client={client} prepare={<PrepareInvoice client={client} area={area} />} />
      {fait === "cree" || fait === "enregistre" ? (
        <div className="mb-6">
          <Notice tone="success" live>
            {t(fait === "cree" ? "created" : "saved")}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem] xl:grid-rows-[auto_1fr]">
        <div className="grid content-start gap-8 md:grid-cols-2 xl:col-start-2 xl:grid-cols-1">
          <Part id="coordonnees" title={t("details")}>
            <ClientFacts client={client} words={area.words} />
          </Part>
          <Part id="adresses" title={t("addresses")}>
            <ClientAddresses client={client} />
          </Part>
        </div>
        <div className="min-w-0 space-y-8 xl:col-start-1 xl:row-span-2 xl:row-start-1">
          <Requests client={client} area={area} />
          <ClientSeries client={client} />
          <Visits client={client} area={area} />
          <Invoices client={client} area={area} />
        </div>
        <div className="grid content-start gap-8 md:grid-cols-2 xl:col-start-2 xl:grid-cols-1">
          <Part id="contacts" title={t("contacts")}>
            <ClientContacts client={client} />
          </Part>
          <Part id="notes" title={t("notes")}>
            <p className={client.notes ? "whitespace-pre-line" : "text-ink-muted"}>
              {client.notes || t("noNotes")}
            </p>
          </Part>
          {client.efface_le ? null : (
            <>
              <Part id="droits" title={tRights("nav")}>
                <Rights client={client} />
              </Part>
              <Part id="consentements" title={tRights("consents.staffTitle")}>
                <Consents client={client} area={area} />
              </Part>
              <SwitchClient client={client} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

async function Header({ client, prepare }: { client: ClientFile; prepare: ReactNode }) {
  const [t, tList, tCommon, tStates] = await Promise.all([
    getTranslations("clients.file"),
    getTranslations("clients.list"),
    getTranslations("common.civilites"),
    getTranslations("states.compte"),
  ]);
  const name = [client.prenom, client.nom].filter(Boolean).join(" ");
  const since = client.civilite === "autre" ? undefined : tCommon(client.civilite);
  return (
    <PageHeader
      title={<bdi>{name}</bdi>}
      description={[since, client.commune].filter(Boolean).join(" · ")}
      badge={client.actif ? null : <Badge>{tStates(client.efface_le ? "efface" : "inactif")}</Badge>}
      back={{ href: "/gestion/clients", label: tList("title") }}
      actions={
        client.efface_le ? null : (
          <>
            <LinkButton href={`/gestion/clients/${client.id}/modifier`} icon={<Pencil aria-hidden />}>
              {t("edit")}
            </LinkButton>
            {prepare}
            {client.actif ? (
              <LinkButton
                href={`/gestion/visites/nouvelle?client_id=${client.id}`}
                variant="primary"
                icon={<CalendarPlus aria-hidden />}
              >
                {t("newVisit")}
              </LinkButton>
            ) : null}
          </>
        )
      }
    />
  );
}

/** Takes a client out of the lists, or brings them back. */
async function SwitchClient({ client }: { client: ClientFile }) {
  const t = await getTranslations(client.actif ? "clients.file.switchOff" : "clients.file.switchOn");
  return (
    <div>
      <ConfirmAction
        variant={client.actif ? "ghost" : "secondary"}
        label={t("label")}
        action={switchClient}
        fields={{ id: client.id, version: client.version, actif: String(!client.actif) }}
        title={t("title")}
        consequence={t("consequence")}
        confirmLabel={t("confirm")}
      />
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <SectionHeader id={id} title={title} level={2} />
      {children}
    </section>
  );
}
