import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";
import { DatePicker } from "../ui/date-picker";
import { FilterBar } from "../ui/filter-bar";
import { LinkButton } from "../ui/link-button";
import { Select } from "../ui/select";

type Choice = { value: string; label: string };

const states = ["planifiee", "confirmee", "en_cours", "realisee", "validee", "facturee", "annulee"] as const;

/** Search and filters of the visits; all in the address. */
export function VisitFilters({
  values,
  view,
  client,
  people,
  services,
  resetHref,
}: {
  values: Record<string, string>;
  view: string | undefined;
  /** Name of the client whose visits are shown. */
  client: string | undefined;
  people: Choice[];
  services: Choice[];
  resetHref: string | undefined;
}) {
  const t = useTranslations("plannings.list");
  const tState = useTranslations("states.prestation");
  return (
    <>
      {client && resetHref ? (
        <p className="mb-3 flex flex-wrap items-center gap-2">
          <Badge tone="accent">{t("ofClient", { name: client })}</Badge>
          <LinkButton href={resetHref} variant="ghost" size="sm" icon={<X aria-hidden />}>
            {t("everyone")}
          </LinkButton>
        </p>
      ) : null}
      <FilterBar
        label={t("search")}
        search={{ value: values.q, placeholder: t("searchPlaceholder") }}
        keep={{ vue: view, ordering: values.ordering, client_id: values.client_id }}
        resetHref={resetHref}
      >
        <Select
          name="statut"
          label={t("state")}
          defaultValue={values.statut}
          placeholder={t("allStates")}
          options={states.map((value) => ({ value, label: tState(value) }))}
        />
        <Select
          name="intervenant_id"
          className="sm:max-w-52"
          label={t("person")}
          defaultValue={values.intervenant_id}
          placeholder={t("everyone")}
          options={people}
        />
        <Select
          name="type"
          className="sm:max-w-52"
          label={t("service")}
          defaultValue={values.type}
          placeholder={t("allServices")}
          options={services}
        />
        <DatePicker name="date_min" label={t("from")} defaultValue={values.date_min} />
        <DatePicker name="date_max" label={t("until")} defaultValue={values.date_max} />
      </FilterBar>
    </>
  );
}
