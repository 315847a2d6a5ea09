import { getTranslations } from "next-intl/server";
import { civilites } from "@/db/states";
import { localeName, locales } from "@/lib/i18n/locales";
import type { Champ } from "@/lib/rgpd/rectification/schemas";
import { DateField } from "../ui/date-picker";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";

type Values = { [champ in Champ]?: string | null };

/** What may be corrected, each field with what stands in the file today; those left as they are ask for nothing. */
export async function FixFields({ values, fields }: { values: Values; fields: readonly Champ[] }) {
  const t = await getTranslations("rgpd.fields");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {fields.map((champ) => (
        <FixField key={champ} champ={champ} label={t(champ)} value={values[champ] ?? ""} />
      ))}
    </div>
  );
}

const kinds = { email: "email", telephone: "tel" } as const;

async function FixField({ champ, label, value }: { champ: Champ; label: string; value: string }) {
  const name = `changements.${champ}`;
  const common = { name, label, defaultValue: value, isRequired: false };
  if (champ === "civilite") {
    const t = await getTranslations("common.civilites");
    return <Select {...common} options={civilites.map((one) => ({ value: one, label: t(one) }))} />;
  }
  if (champ === "langue")
    return (
      <Select {...common} options={locales.map((locale) => ({ value: locale, label: localeName(locale) }))} />
    );
  if (champ === "naissance") return <DateField {...common} defaultValue={value || undefined} />;
  const type = champ === "email" || champ === "telephone" ? kinds[champ] : "text";
  return (
    <TextField {...common} type={type} isRequired={champ === "nom" || champ === "prenom"} maxLength={200} />
  );
}
