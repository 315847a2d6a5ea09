import { getTranslations } from "next-intl/server";
import { ClientPicker } from "@/components/gestion/client-picker";
import { FixFields } from "@/components/rgpd/fix-fields";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DatePicker } from "@/components/ui/date-picker";
import { PageHeader } from "@/components/ui/page-header";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { typesDemandeRgpd } from "@/db/states";
import { readClient } from "@/lib/clients/read-client";
import { load, searchInput } from "@/lib/delivery/page";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import { champs } from "@/lib/rgpd/rectification/schemas";
import { gestionArea } from "../../area";
import { searchClients } from "../../visites/lookups";
import { registerRequest } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("rgpd.new"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Enters a request that came by letter, by phone or in person. */
export default async function NewRightsRequest({ searchParams }: Props) {
  const { client_id, intervenant_id } = searchInput(await searchParams);
  const area = await gestionArea("/gestion/rgpd/nouvelle");
  const [t, tList] = await Promise.all([getTranslations("rgpd.new"), getTranslations("rgpd.register")]);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/gestion/rgpd", label: tList("title") }}
      />
      {client_id || intervenant_id ? (
        <Request clientId={client_id} intervenantId={intervenant_id} today={area.today} />
      ) : (
        <Card>
          <MessagesProvider names={["plannings"]}>
            <ClientPicker search={searchClients} start={await searchClients("")} keep={{}} />
          </MessagesProvider>
        </Card>
      )}
    </div>
  );
}

type Whom = { clientId?: string; intervenantId?: string; today: string };

async function Request({ clientId, intervenantId, today }: Whom) {
  const [t, tKinds, person] = await Promise.all([
    getTranslations("rgpd.new"),
    getTranslations("rgpd.typesOf"),
    clientId ? load(readClient, { id: clientId }) : load(readIntervenant, { id: intervenantId }),
  ]);
  return (
    <ActionForm action={registerRequest} aria-label={t("title")}>
      <p className="text-lg font-semibold">
        <bdi>{`${person.prenom} ${person.nom}`.trim()}</bdi>
      </p>
      <input type="hidden" name={clientId ? "client_id" : "intervenant_id"} value={person.id} />
      <RadioGroup
        name="type"
        label={t("kind")}
        columns={2}
        isRequired
        options={typesDemandeRgpd.map((value) => ({ value, label: tKinds(value) }))}
      />
      <DatePicker
        name="recue_le"
        label={t("receivedOn")}
        description={t("receivedHelp")}
        defaultValue={today}
        maxValue={today}
      />
      <details>
        <summary className="cursor-pointer font-semibold">{t("changes")}</summary>
        <div className="mt-3 space-y-3">
          <p className="text-ink-muted">{t("changesHelp")}</p>
          <FixFields values={person} fields={champs.filter((champ) => champ in person)} />
        </div>
      </details>
      <TextArea name="message" label={t("message")} rows={4} maxLength={2000} isRequired={false} />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
