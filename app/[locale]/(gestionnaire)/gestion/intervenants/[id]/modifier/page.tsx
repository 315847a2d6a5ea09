import { getTranslations } from "next-intl/server";
import { IntervenantForm } from "@/components/intervenants/intervenant-form";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import { gestionArea } from "../../../area";
import { saveIntervenant } from "../../actions";
import { intervenantFormOptions } from "../../form-options";

export async function generateMetadata() {
  return { title: (await getTranslations("intervenants.gestion.form"))("editTitle") };
}

export default async function EditIntervenant({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/intervenants/${id}/modifier`);
  const [t, person, options] = await Promise.all([
    getTranslations("intervenants.gestion.form"),
    load(readIntervenant, { id }),
    intervenantFormOptions(area),
  ]);
  const href = `/gestion/intervenants/${person.id}`;
  return (
    <>
      <PageHeader
        title={t("editTitle")}
        back={{ href, label: [person.prenom, person.nom].filter(Boolean).join(" ") }}
      />
      <MessagesProvider names={["intervenants", "clients"]}>
        <IntervenantForm
          action={saveIntervenant.bind(null, person.id)}
          person={person}
          cancelHref={href}
          options={options}
        />
      </MessagesProvider>
    </>
  );
}
