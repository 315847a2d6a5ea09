import { getTranslations } from "next-intl/server";
import { FactFields } from "@/components/incidents/fact-fields";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { reportOne } from "../actions";
import { localNow } from "../local-now";

export async function generateMetadata() {
  return { title: (await getTranslations("incidents.new"))("title") };
}

/** Enters an incident: what is known now, and the moment from which the clocks run. */
export default async function NewIncident() {
  const [t, tLog, now] = await Promise.all([
    getTranslations("incidents.new"),
    getTranslations("incidents"),
    localNow(),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/admin/incidents", label: tLog("title") }}
      />
      <ActionForm action={reportOne} aria-label={t("title")}>
        <FactFields now={now} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
