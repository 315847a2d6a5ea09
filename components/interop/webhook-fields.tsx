import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import type { typeCodes, WebhookShape } from "@/lib/interop/schemas";

export type EventType = (typeof typeCodes)[number];
type Props = { types: readonly EventType[]; webhook?: WebhookShape };

const groups = ["reservation", "prestation", "facture"] as const;

/** Name, address and the events that the address is told of. */
export function WebhookFields({ types, webhook }: Props) {
  const t = useTranslations("webhooks");
  return (
    <>
      <TextField
        name="nom"
        label={t("name")}
        description={t("nameHelp")}
        isRequired
        defaultValue={webhook?.nom}
      />
      <TextField
        name="url"
        label={t("address")}
        description={t("addressHelp")}
        type="url"
        inputMode="url"
        autoComplete="off"
        isRequired
        defaultValue={webhook?.url}
      />
      <fieldset data-field="evenements" className="space-y-4">
        <legend className="font-medium">{t("events")}</legend>
        <p className="text-sm text-ink-muted">{t("eventsHelp")}</p>
        {groups.map((group) => (
          <fieldset key={group}>
            <legend className="text-sm font-semibold">{t(`groups.${group}`)}</legend>
            <div className="grid gap-x-5 sm:grid-cols-2">
              {types
                .filter((type) => type.startsWith(`${group}.`))
                .map((type) => (
                  <Checkbox
                    key={type}
                    name="evenements"
                    value={type}
                    label={t(`types.${type}`)}
                    defaultSelected={webhook?.evenements.includes(type)}
                    // One refusal for the whole group, said once.
                    error={type === types[0] ? undefined : ""}
                  />
                ))}
            </div>
          </fieldset>
        ))}
      </fieldset>
    </>
  );
}
