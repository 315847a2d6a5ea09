import { UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientPicker } from "@/components/gestion/client-picker";
import { SerieForm } from "@/components/series/serie-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listActivites } from "@/lib/activites/list-activites";
import { readClient } from "@/lib/clients/read-client";
import { load, searchInput } from "@/lib/delivery/page";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { type GestionArea, gestionArea } from "../../area";
import { searchClients } from "../../visites/lookups";
import { previewDates, saveSerie } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("series.create"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Visits that come back: first whom, then what, how often and who. */
export default async function NewSeriePage({ searchParams }: Props) {
  const { client_id } = searchInput(await searchParams);
  const area = await gestionArea(`/gestion/series/nouvelle${client_id ? `?client_id=${client_id}` : ""}`);
  const [t, tVisit] = await Promise.all([
    getTranslations("series.create"),
    getTranslations("plannings.create"),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/gestion/series", label: t("back") }}
      />
      <MessagesProvider names={["plannings", "series"]}>
        {client_id ? (
          <ForClient clientId={client_id} area={area} />
        ) : (
          <Card>
            <ClientPicker search={searchClients} start={await searchClients("")} keep={{}} />
            <p className="mt-4">
              <TextLink href="/gestion/clients/nouveau">{tVisit("newClient")}</TextLink>
            </p>
          </Card>
        )}
      </MessagesProvider>
    </div>
  );
}

const ALL = 200;

async function ForClient({ clientId, area }: { clientId: string; area: GestionArea }) {
  const client = await load(readClient, { id: clientId });
  const [t, services, people] = await Promise.all([
    getTranslations("plannings.create"),
    load(listActivites, { agence_id: client.agence_id, limit: ALL }),
    load(listIntervenants, { agence_id: client.agence_id, actif: true, limit: ALL }),
  ]);
  const places = [...client.adresses].sort((a, b) => Number(b.principale) - Number(a.principale));
  return (
    <div className="space-y-5">
      <Card tone="accent" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <UserRound aria-hidden className="size-5 text-accent-text" />
        <p className="min-w-0 flex-1 basis-48 text-lg font-semibold">
          <bdi>{`${client.prenom} ${client.nom}`.trim()}</bdi>
        </p>
        <LinkButton href="/gestion/series/nouvelle" size="sm">
          {t("otherClient")}
        </LinkButton>
      </Card>
      {places.length === 0 ? (
        <Notice
          tone="warning"
          title={t("noAddress")}
          actions={<LinkButton href={`/gestion/clients/${client.id}`}>{t("openFile")}</LinkButton>}
        >
          {t("noAddressHelp")}
        </Notice>
      ) : (
        <SerieForm
          clientId={client.id}
          services={services.results.map(({ code, libelle }) => ({ value: code, label: libelle }))}
          places={places.map(({ id, libelle, voie, commune }) => ({
            value: String(id),
            label: [libelle, voie, commune].filter(Boolean).join(", "),
          }))}
          people={people.results.map(({ id, prenom, nom }) => ({
            value: String(id),
            label: `${prenom} ${nom}`.trim(),
          }))}
          today={area.today}
          region={area.agence.pays}
          action={saveSerie}
          preview={previewDates}
        />
      )}
    </div>
  );
}
