import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { readClient } from "@/lib/clients/read-client";
import { load } from "@/lib/delivery/page";
import { clientArea } from "../../area";
import { saveContacts } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.contacts"))("title") };
}

const AT_LEAST = 2;
const AT_MOST = 10;

/** Whom to call when something happens during a visit: those known and one more row. */
export default async function EmergencyContacts() {
  const area = await clientArea("/espace/profil/contacts");
  const [t, tFields, client] = await Promise.all([
    getTranslations("espace.contacts"),
    getTranslations("common.fields"),
    load(readClient, { id: area.clientId }),
  ]);
  const rows = Math.min(Math.max(client.contacts.length + 1, AT_LEAST), AT_MOST);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/espace/profil", label: t("back") }}
      />
      <ActionForm action={saveContacts} aria-label={t("title")} className="max-w-xl">
        <input type="hidden" name="version" value={client.version} />
        {Array.from({ length: rows }, (_, index) => {
          const contact = client.contacts[index];
          const name = (field: string) => `contacts.${index}.${field}`;
          return (
            <fieldset key={name("nom")} className="space-y-4 rounded-card border border-line bg-raised p-4">
              <legend className="px-1 font-semibold">{t("person", { number: index + 1 })}</legend>
              <TextField
                name={name("nom")}
                label={tFields("name")}
                maxLength={120}
                defaultValue={contact?.nom}
              />
              <TextField
                name={name("lien")}
                label={t("link")}
                description={t("linkHint")}
                isRequired={false}
                maxLength={60}
                defaultValue={contact?.lien}
              />
              <TextField
                name={name("telephone")}
                type="tel"
                inputMode="tel"
                label={tFields("phone")}
                defaultValue={contact?.telephone}
              />
              <TextField
                name={name("email")}
                type="email"
                label={tFields("email")}
                isRequired={false}
                defaultValue={contact?.email}
              />
            </fieldset>
          );
        })}
        <p className="text-ink-muted">{t("emptyHint")}</p>
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("save")}
        </SubmitButton>
      </ActionForm>
    </>
  );
}
