import { useTranslations } from "next-intl";
import type { PreferencesShape } from "@/lib/notifications/schemas";
import { Switch } from "../ui/switch";

type Preference = PreferencesShape["preferences"][number];

/** One kind of event with its ways; what cannot be switched off says so. */
export function PreferenceRow({
  preference,
  hasDevices,
}: {
  preference: Preference;
  /** Whether there is a device on which to show it. */
  hasDevices: boolean;
}) {
  const t = useTranslations("notifications.preferences");
  const { type, application, push, courriel, modifiable } = preference;
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
          {hasDevices ? (
            <>
              <input type="hidden" name="pushes" value={type} />
              <Switch name={`push.${type}`} label={t("byPush")} defaultSelected={push} />
            </>
          ) : null}
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
