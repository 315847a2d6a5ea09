import { getTranslations } from "next-intl/server";
import { IntervenantForm } from "@/components/intervenants/intervenant-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { PageHeader } from "@/components/ui/page-header";
import { gestionArea } from "../../area";
import { openIntervenant } from "../actions";
import { intervenantFormOptions } from "../form-options";

export async function generateMetadata() {
  return { title: (await getTranslations("intervenants.gestion.form"))("newTitle") };
}

export default async function NewIntervenant() {
  const area = await gestionArea("/gestion/intervenants/nouveau");
  const [t, tList, options] = await Promise.all([
    getTranslations("intervenants.gestion.form"),
    getTranslations("intervenants.gestion.list"),
    intervenantFormOptions(area),
  ]);
  return (
    <>
      <PageHeader title={t("newTitle")} back={{ href: "/gestion/intervenants", label: tList("title") }} />
      <MessagesProvider names={["intervenants", "clients"]}>
        <IntervenantForm action={openIntervenant} cancelHref="/gestion/intervenants" options={options} />
      </MessagesProvider>
    </>
  );
}
