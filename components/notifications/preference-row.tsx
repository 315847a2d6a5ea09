import { useTranslations } from "next-intl";
import type { PreferencesShape } from "@/lib/notifications/schemas";
import { Switch } from "../ui/switch";

type Preference = PreferencesShape["preferences"][number];

/** One kind of event with its two ways; what cannot be switched off says so. */
export function PreferenceRow({ preference }: { preference: Preference }) {
  const t = useTranslations("notifications.preferences");
  const { type, application, courriel, modifiable } = preference;
  const name = t(`kinds.${type}.name`);
  return (
    <fieldset className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <legend className="sr-only">{name}</legend>
      <div>
        <p aria-hidden className="font-semibold">
          {name}
        </p>
        <p className="text-sm text-ink-muted">{t(`kinds.${type}.what`)}</p>
      </div>
      {modifiable ? (
        <div>
          <input type="hidden" name="kinds" value={type} />
          <Switch name={`application.${type}`} label={t("inApp")} defaultSelected={application} />
          {courriel === null ? null : (
            <>
              <input type="hidden" name="mails" value={type} />
              <Switch name={`courriel.${type}`} label={t("byMail")} defaultSelected={courriel} />
            </>
          )}
        </div>
      ) : (
        <p className="text-sm text-ink-muted">{t("always")}</p>
      )}
    </fieldset>
  );
}
