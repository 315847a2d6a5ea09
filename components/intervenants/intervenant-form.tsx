"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import { VersionConflict } from "../gestion/version-conflict";
import { IdentityFields } from "../people/identity-fields";
import { ActionForm } from "../ui/action-form";
import { Checkbox } from "../ui/checkbox";
import { DatePicker } from "../ui/date-picker";
import type { FormAction } from "../ui/form-state";
import { LinkButton } from "../ui/link-button";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type Option = { value: string; label: string };

export type IntervenantFormProps = {
  action: FormAction;
  /** Absent: a new file. */
  person?: IntervenantShape;
  cancelHref: string;
  options: Record<"civilites" | "langues" | "contrats" | "agences", Option[]> & {
    skills: { label: string; options: Option[] }[];
  };
};

type Part = Pick<IntervenantFormProps, "person" | "options">;

/** A person's file: who, under which contract, able to do what and where. */
export function IntervenantForm({ action, person, cancelHref, options }: IntervenantFormProps) {
  const t = useTranslations("intervenants.gestion.form");
  return (
    <ActionForm
      action={action}
      className="max-w-4xl space-y-8 [&_:is(input,select,textarea,button)]:scroll-mb-32"
      aria-label={t("formLabel")}
    >
      {person ? (
        <>
          <input type="hidden" name="version" value={person.version} />
          <VersionConflict href={cancelHref} />
        </>
      ) : null}
      <Section title={t("identity")}>
        <Identity person={person} options={options} />
      </Section>
      <Section title={t("contract")}>
        <Contract person={person} options={options} />
      </Section>
      <Section title={t("skills")} description={t("skillsHelp")}>
        <Skills person={person} options={options} />
      </Section>
      <Section title={t("sectors")}>
        <Sectors person={person} />
      </Section>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-3 border-t border-line bg-surface px-4 py-3 max-md:bottom-16">
        <SubmitButton>{t(person ? "save" : "create")}</SubmitButton>
        <LinkButton href={cancelHref}>{t("cancel")}</LinkButton>
      </div>
    </ActionForm>
  );
}

function Section({
  title,
  description,
  children,
}: {
  title: string;
  description?: string;
  children: ReactNode;
}) {
  return (
    <section>
      <h2 className="text-xl font-semibold">{title}</h2>
      {description ? <p className="mt-1 text-ink-muted">{description}</p> : null}
      <div className="mt-4 space-y-4">{children}</div>
    </section>
  );
}

function Identity({ person, options }: Part) {
  const t = useTranslations("intervenants.gestion.form");
  return (
    <>
      <IdentityFields person={person} options={options} t={t} />
      <CheckGroup
        name="langues"
        legend={t("languages")}
        options={options.langues}
        chosen={person?.langues ?? ["fr"]}
        columns="sm:grid-cols-4"
      />
    </>
  );
}

function Contract({ person, options }: Part) {
  const t = useTranslations("intervenants.gestion.form");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        name="contrat.type"
        label={t("contractType")}
        defaultValue={person?.contrat.type ?? "cdi"}
        options={options.contrats}
      />
      <NumberField
        name="contrat.heures_semaine"
        label={t("weekHours")}
        description={t("weekHoursHelp")}
        minValue={0}
        maxValue={48}
        step={0.5}
        suffix="h"
        defaultValue={person?.contrat.heures_semaine ?? 35}
      />
      <DatePicker
        name="embauche_le"
        label={t("hiredOn")}
        isRequired={false}
        defaultValue={person?.embauche_le ?? undefined}
      />
      <TextField
        name="matricule"
        label={t("number")}
        description={person ? undefined : t("numberHelp")}
        isRequired={person !== undefined}
        maxLength={30}
        defaultValue={person?.matricule}
      />
    </div>
  );
}

function Skills({ person, options }: Part) {
  return options.skills.map((group) => (
    <CheckGroup
      key={group.label}
      name="competences"
      legend={group.label}
      options={group.options}
      chosen={person?.competences ?? []}
      columns="sm:grid-cols-2"
    />
  ));
}

function Sectors({ person }: Pick<Part, "person">) {
  const t = useTranslations("intervenants.gestion.form");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="secteur"
        label={t("sector")}
        description={t("sectorHelp")}
        isRequired={false}
        maxLength={80}
        defaultValue={person?.secteur}
      />
      <TextField
        name="secteurs"
        label={t("postalCodes")}
        description={t("postalCodesHelp")}
        isRequired={false}
        maxLength={1200}
        defaultValue={person?.secteurs.join(", ")}
      />
    </div>
  );
}

function CheckGroup({
  name,
  legend,
  options,
  chosen,
  columns,
}: {
  name: string;
  legend: string;
  options: Option[];
  chosen: readonly string[];
  columns: string;
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className={`grid gap-x-6 ${columns}`}>
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            name={name}
            value={value}
            label={label}
            defaultSelected={chosen.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
