import { parseDate } from "@internationalized/date";
import { UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { QuoteForm } from "@/components/factures/quote-form";
import { ClientPicker } from "@/components/gestion/client-picker";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listActivites } from "@/lib/activites/list-activites";
import { readClient } from "@/lib/clients/read-client";
import { load, searchInput } from "@/lib/delivery/page";
import { type GestionArea, gestionArea } from "../../area";
import { searchClients } from "../../visites/lookups";
import { createQuote, estimateQuote } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("factures.quote"))("new") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A new quote: first whom, then which services and until when. */
export default async function NewQuotePage({ searchParams }: Props) {
  const { client_id } = searchInput(await searchParams);
  const area = await gestionArea(`/gestion/devis/nouveau${client_id ? `?client_id=${client_id}` : ""}`);
  const t = await getTranslations("factures.quote");
  return (
    <>
      <PageHeader
        title={t("new")}
        description={t("newLead")}
        back={{ href: "/gestion/devis", label: t("list") }}
      />
      <MessagesProvider names={["factures", "plannings"]}>
        {client_id ? (
          <ForClient clientId={client_id} area={area} />
        ) : (
          <Card className="max-w-3xl">
            <ClientPicker search={searchClients} start={await searchClients("")} keep={{}} />
          </Card>
        )}
      </MessagesProvider>
    </>
  );
}

const ALL = 200;

async function ForClient({ clientId, area }: { clientId: string; area: GestionArea }) {
  const client = await load(readClient, { id: clientId });
  const [t, services] = await Promise.all([
    getTranslations("factures.quote"),
    load(listActivites, { agence_id: client.agence_id, limit: ALL }),
  ]);
  const priceOf = (prix: (typeof services.results)[number]["prix"]) => {
    const [own] = prix.filter((one) => one.agence_id === client.agence_id);
    return own ? area.money(own.prix_horaire_ttc, own.devise) : null;
  };
  return (
    <div className="space-y-6">
      <Card tone="accent" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <UserRound aria-hidden className="size-5 text-accent-text" />
        <p className="min-w-0 flex-1 basis-48 text-lg font-semibold">
          <bdi>{`${client.prenom} ${client.nom}`.trim()}</bdi>
        </p>
        <LinkButton href="/gestion/devis/nouveau" size="sm">
          {t("otherClient")}
        </LinkButton>
      </Card>
      <QuoteForm
        clientId={client.id}
        services={services.results.map(({ code, libelle, prix }) => {
          const price = priceOf(prix);
          return { value: code, label: price ? t("serviceAt", { service: libelle, price }) : libelle };
        })}
        validUntil={parseDate(area.today).add({ months: 1 }).toString()}
        today={area.today}
        action={createQuote}
        estimate={estimateQuote}
        words={{ locale: area.words.locale, region: area.words.region }}
      />
    </div>
  );
}
