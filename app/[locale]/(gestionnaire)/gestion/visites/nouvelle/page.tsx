import { UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientPicker } from "@/components/gestion/client-picker";
import { CreateVisitForm } from "@/components/gestion/create-visit-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listActivites } from "@/lib/activites/list-activites";
import { readClient } from "@/lib/clients/read-client";
import { load, searchInput } from "@/lib/delivery/page";
import { type GestionArea, gestionArea } from "../../area";
import { createVisit } from "../actions";
import { findCandidats, searchClients } from "../lookups";

export async function generateMetadata() {
  return { title: (await getTranslations("plannings.create"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Plans a visit, or writes down one of the past: first whom, then what, when and who. */
export default async function NewVisitPage({ searchParams }: Props) {
  const params = searchInput(await searchParams);
  const area = await gestionArea(`/gestion/visites/nouvelle?${new URLSearchParams(params)}`);
  const t = await getTranslations("plannings.create");
  const { client_id, ...keep } = params;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/gestion/visites", label: t("back") }}
      />
      <MessagesProvider names={["plannings"]}>
        {client_id ? (
          <ForClient clientId={client_id} keep={keep} area={area} />
        ) : (
          <Card>
            <ClientPicker search={searchClients} start={await searchClients("")} keep={keep} />
            <p className="mt-4">
              <TextLink href="/gestion/clients/nouveau">{t("newClient")}</TextLink>
            </p>
          </Card>
        )}
      </MessagesProvider>
    </div>
  );
}

const ALL = 200;

async function ForClient({
  clientId,
  keep,
  area,
}: {
  clientId: string;
  keep: Record<string, string>;
  area: GestionArea;
}) {
  const client = await load(readClient, { id: clientId });
  const [t, services] = await Promise.all([
    getTranslations("plannings.create"),
    load(listActivites, { agence_id: client.agence_id, limit: ALL }),
  ]);
  const again = `/gestion/visites/nouvelle?${new URLSearchParams(keep)}`;
  const places = [...client.adresses].sort((a, b) => Number(b.principale) - Number(a.principale));
  return (
    <div className="space-y-5">
      <Card tone="accent" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <UserRound aria-hidden className="size-5 text-accent-text" />
        <p className="min-w-0 flex-1 basis-48">
          <span className="block text-lg font-semibold">
            <bdi>{`${client.prenom} ${client.nom}`.trim()}</bdi>
          </span>
          {client.telephone ? <bdi dir="ltr">{client.telephone}</bdi> : null}
        </p>
        <LinkButton href={again} size="sm">
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
        <CreateVisitForm
          clientId={client.id}
          services={services.results.map(({ code, libelle }) => ({ value: code, label: libelle }))}
          places={places.map(({ id, libelle, voie, commune }) => ({
            value: String(id),
            label: [libelle, voie, commune].filter(Boolean).join(", "),
          }))}
          start={{
            date: keep.date ?? area.today,
            heure: keep.heure ?? nextHour(area.localNow),
            duree: Number(keep.duree) > 0 ? Number(keep.duree) : 2,
            person: keep.intervenant_id ?? null,
          }}
          type={keep.type ?? ""}
          action={createVisit}
          lookup={findCandidats}
          localNow={area.localNow}
          timeZone={area.agence.fuseau}
        />
      )}
    </div>
  );
}

/** The next full hour of the agency's clock; late in the evening the first of the morning. */
function nextHour(localNow: string): string {
  const hour = Number(localNow.slice(11, 13)) + 1;
  return hour < 20 ? `${String(hour).padStart(2, "0")}:00` : "09:00";
}
