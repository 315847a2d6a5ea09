import { useTranslations } from "next-intl";
import { Checkbox } from "../ui/checkbox";
import { DatePicker } from "../ui/date-picker";
import { FilterBar } from "../ui/filter-bar";
import { Select } from "../ui/select";

/** Whom to show, and the day to go to; in the address. */
export function WeekFilters({
  values,
  sectors,
  agences,
  week,
  resetHref,
}: {
  values: { q?: string; secteur?: string; conflits?: string; agence_id?: string };
  sectors: string[];
  /** Given when there is more than one. */
  agences: { value: string; label: string }[];
  week: string;
  resetHref: string | undefined;
}) {
  const t = useTranslations("plannings.week");
  return (
    <div className="print:hidden">
      <FilterBar
        label={t("search")}
        search={{ value: values.q, placeholder: t("searchPlaceholder") }}
        keep={{ semaine: week }}
        resetHref={resetHref}
      >
        {agences.length > 1 ? (
          <Select name="agence_id" label={t("agency")} options={agences} defaultValue={values.agence_id} />
        ) : null}
        {sectors.length > 1 ? (
          <Select
            name="secteur"
            label={t("sector")}
            defaultValue={values.secteur}
            placeholder={t("allSectors")}
            options={sectors.map((value) => ({ value, label: value }))}
          />
        ) : null}
        <DatePicker name="date" label={t("goTo")} />
        <Checkbox
          name="conflits"
          value="oui"
          label={t("onlyConflicts")}
          defaultSelected={values.conflits === "oui"}
        />
      </FilterBar>
    </div>
  );
}
