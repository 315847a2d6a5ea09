import { getTranslations } from "next-intl/server";
import {
  donneesIncident,
  gravitesIncident,
  personnesIncident,
  risquesIncident,
  typesIncident,
} from "@/db/states";
import type { IncidentDetail } from "@/lib/incidents/schemas";
import { Checkbox } from "../ui/checkbox";
import { DatePicker } from "../ui/date-picker";
import { NumberField } from "../ui/number-field";
import { RadioGroup } from "../ui/radio-group";
import { Select } from "../ui/select";
import { TextArea } from "../ui/text-area";
import { TimeField } from "../ui/time-field";

/** `now`: local time at the agency, YYYY-MM-DDTHH:MM. */
type Props = { incident?: IncidentDetail; now: string };

/** The facts of an incident, to enter them and to correct them. */
export async function FactFields({ incident, now }: Props) {
  const t = await getTranslations("incidents");
  const noticed = incident?.constate_le ?? now;
  return (
    <>
      <Select
        name="type"
        label={t("fields.type")}
        isRequired
        defaultValue={incident?.type}
        placeholder={incident ? undefined : "…"}
        options={typesIncident.map((value) => ({ value, label: t(`types.${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DatePicker
          name="constate_le"
          label={t("new.when")}
          description={t("new.whenHelp")}
          defaultValue={noticed.slice(0, 10)}
          maxValue={now.slice(0, 10)}
          isRequired
        />
        <TimeField name="heure" label={t("new.hour")} defaultValue={noticed.slice(11, 16)} isRequired />
      </div>
      <RadioGroup
        name="risque"
        label={t("fields.risque")}
        columns={3}
        isRequired
        defaultValue={incident?.risque ?? "possible"}
        options={risquesIncident.map((value) => ({
          value,
          label: t(`risques.${value}`),
          description: t(`risquesHelp.${value}`),
        }))}
      />
      <Select
        name="gravite"
        label={t("fields.gravite")}
        isRequired
        defaultValue={incident?.gravite ?? "moyenne"}
        options={gravitesIncident.map((value) => ({ value, label: t(`gravites.${value}`) }))}
      />
      <Checkbox
        name="nis2"
        label={t("fields.nis2")}
        description={t("new.nis2Help")}
        defaultSelected={incident?.nis2 ?? true}
      />
      <Touched incident={incident} />
      <Words incident={incident} />
    </>
  );
}

async function Touched({ incident }: Pick<Props, "incident">) {
  const t = await getTranslations("incidents");
  return (
    <>
      <fieldset>
        <legend className="mb-1 font-medium">{t("fields.personnes")}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {personnesIncident.map((value) => (
            <Checkbox
              key={value}
              name="personnes"
              value={value}
              label={t(`personnes.${value}`)}
              defaultSelected={incident?.personnes.includes(value)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 font-medium">{t("fields.donnees")}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {donneesIncident.map((value) => (
            <Checkbox
              key={value}
              name="donnees"
              value={value}
              label={t(`donnees.${value}`)}
              defaultSelected={incident?.donnees.includes(value)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        {(["personnes_nombre", "enregistrements_nombre"] as const).map((name) => (
          <NumberField
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            description={t("new.numberHelp")}
            minValue={0}
            isRequired={false}
            defaultValue={incident?.[name] ?? undefined}
          />
        ))}
      </div>
    </>
  );
}

async function Words({ incident }: Pick<Props, "incident">) {
  const t = await getTranslations("incidents");
  return (
    <>
      <TextArea
        name="description"
        label={t("fields.description")}
        description={t("new.descriptionHelp")}
        rows={4}
        maxLength={8000}
        isRequired
        defaultValue={incident?.description}
      />
      <TextArea
        name="consequences"
        label={t("fields.consequences")}
        rows={3}
        maxLength={8000}
        isRequired={false}
        defaultValue={incident?.consequences}
      />
      <TextArea
        name="mesures"
        label={t("fields.mesures")}
        rows={3}
        maxLength={8000}
        isRequired={false}
        defaultValue={incident?.mesures}
      />
    </>
  );
}
