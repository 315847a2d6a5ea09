import { getTranslations } from "next-intl/server";
import { Devices } from "@/components/notifications/devices";
import { PreferenceRow } from "@/components/notifications/preference-row";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { Switch } from "@/components/ui/switch";
import { TimeField } from "@/components/ui/time-field";
import { load } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { listPush } from "@/lib/notifications/list-push";
import { readPreferences } from "@/lib/notifications/read-preferences";
import { ownWords } from "../zone";
import { savePreferences } from "./actions";
import { addDevice, forgetDevice, removeDevice, testDevice } from "./device-actions";

const NIGHT = { debut: "21:00", fin: "07:00" };

export async function generateMetadata() {
  return { title: (await getTranslations("notifications.preferences"))("title") };
}

/** What a person is told, by which way, and the hours at which no e-mail is sent. */
export default async function PreferencesPage() {
  const { words } = await ownWords("/notifications/preferences");
  const [t, { preferences, silence }, push] = await Promise.all([
    getTranslations("notifications.preferences"),
    load(readPreferences),
    load(listPush),
  ]);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/notifications", label: t("back") }}
      />
      {push.cle_publique ? (
        <MessagesProvider names={["notifications"]}>
          <Devices
            publicKey={push.cle_publique}
            subscribe={addDevice}
            unsubscribe={forgetDevice}
            devices={push.appareils}
            dateOf={(at) => formatDate(new Date(at), { ...words, style: "dayMonth" })}
            test={testDevice}
            remove={removeDevice}
          />
        </MessagesProvider>
      ) : null}
      <ActionForm action={savePreferences} aria-label={t("title")}>
        <div className="divide-y divide-line rounded-card border border-line bg-raised px-4">
          {preferences.map((one) => (
            <PreferenceRow key={one.type} preference={one} hasDevices={push.appareils.length > 0} />
          ))}
        </div>
        <fieldset className="space-y-3 rounded-card border border-line bg-raised p-4">
          <legend className="sr-only">{t("quiet.title")}</legend>
          <Switch
            name="calme"
            label={<span className="font-semibold">{t("quiet.title")}</span>}
            description={t("quiet.why")}
            defaultSelected={silence !== null}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TimeField
              name="silence.debut"
              label={t("quiet.from")}
              defaultValue={silence?.debut ?? NIGHT.debut}
            />
            <TimeField name="silence.fin" label={t("quiet.to")} defaultValue={silence?.fin ?? NIGHT.fin} />
          </div>
        </fieldset>
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("save")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
