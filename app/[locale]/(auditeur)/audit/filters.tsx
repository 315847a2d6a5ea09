import { getTranslations } from "next-intl/server";
import { DatePicker } from "@/components/ui/date-picker";
import { FilterBar } from "@/components/ui/filter-bar";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { resultatsAudit } from "@/db/states";
import { rolesAudit } from "@/lib/oversight/schemas";

const objects = [
  "session",
  "account",
  "utilisateur",
  "client",
  "intervenant",
  "prestation",
  "pointage",
  "reservation",
  "facture",
  "activite",
  "agence",
  "absence",
  "audit",
] as const;

/** Filters of the log, all in the address, so that a search can be kept or sent. */
export async function AuditFilters({ input }: { input: Record<string, string> }) {
  const [t, common, states] = await Promise.all([
    getTranslations("audit"),
    getTranslations("common"),
    getTranslations("states"),
  ]);
  const active = Object.keys(input).some((key) => key !== "cursor");
  return (
    <FilterBar label={t("search")} resetHref={active ? "/audit" : undefined}>
      <DatePicker name="date_min" label={t("from")} defaultValue={input.date_min} />
      <DatePicker name="date_max" label={t("to")} defaultValue={input.date_max} />
      <Select
        name="objet"
        label={t("object")}
        placeholder={t("all")}
        defaultValue={input.objet}
        options={objects.map((value) => ({ value, label: t(`objets.${value}`) }))}
      />
      <TextField name="objet_id" label={t("objectId")} defaultValue={input.objet_id} />
      <Select
        name="role"
        label={t("role")}
        placeholder={t("all")}
        defaultValue={input.role}
        options={rolesAudit.map((value) => ({ value, label: common(`roles.${value}`) }))}
      />
      <Select
        name="resultat"
        label={t("result")}
        placeholder={t("all")}
        defaultValue={input.resultat}
        options={resultatsAudit.map((value) => ({ value, label: states(`audit.${value}`) }))}
      />
    </FilterBar>
  );
}
