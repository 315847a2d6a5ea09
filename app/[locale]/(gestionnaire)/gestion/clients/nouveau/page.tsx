import { getTranslations } from "next-intl/server";
import { ClientForm } from "@/components/clients/client-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { PageHeader } from "@/components/ui/page-header";
import { gestionArea } from "../../area";
import { openClient } from "../actions";
import { clientFormOptions } from "../form-options";

export async function generateMetadata() {
  return { title: (await getTranslations("clients.form"))("newTitle") };
}

export default async function NewClient() {
  const area = await gestionArea("/gestion/clients/nouveau");
  const [t, tList, options] = await Promise.all([
    getTranslations("clients.form"),
    getTranslations("clients.list"),
    clientFormOptions(area),
  ]);
  return (
    <>
      <PageHeader title={t("newTitle")} back={{ href: "/gestion/clients", label: tList("title") }} />
      <MessagesProvider names={["clients"]}>
        <ClientForm
          action={openClient}
          cancelHref="/gestion/clients"
          country={area.agence.pays}
          options={options}
        />
      </MessagesProvider>
    </>
  );
}
