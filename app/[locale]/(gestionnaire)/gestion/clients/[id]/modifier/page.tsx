import { getTranslations } from "next-intl/server";
import { ClientForm } from "@/components/clients/client-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { PageHeader } from "@/components/ui/page-header";
import { readClient } from "@/lib/clients/read-client";
import { load } from "@/lib/delivery/page";
import { gestionArea } from "../../../area";
import { saveClient } from "../../actions";
import { clientFormOptions } from "../../form-options";

export async function generateMetadata() {
  return { title: (await getTranslations("clients.form"))("editTitle") };
}

export default async function EditClient({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/clients/${id}/modifier`);
  const [t, client, options] = await Promise.all([
    getTranslations("clients.form"),
    load(readClient, { id }),
    clientFormOptions(area),
  ]);
  const href = `/gestion/clients/${client.id}`;
  return (
    <>
      <PageHeader
        title={t("editTitle")}
        back={{ href, label: [client.prenom, client.nom].filter(Boolean).join(" ") }}
      />
      <MessagesProvider names={["clients"]}>
        <ClientForm
          action={saveClient.bind(null, client.id)}
          client={client}
          cancelHref={href}
          country={area.agence.pays}
          options={options}
        />
      </MessagesProvider>
    </>
  );
}
