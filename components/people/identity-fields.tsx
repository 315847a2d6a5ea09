"use client";

import type { ReactNode } from "react";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";

type Option = { value: string; label: string };
type Word = "agency" | "title" | "firstName" | "lastName" | "phone" | "email";

/** What is known of anybody: their agency while the file is new, their name, and how to reach them. */
export function IdentityFields({
  person,
  options,
  t,
  children,
}: {
  /** Absent: a new file. */
  person?: { civilite: string; prenom: string; nom: string; telephone: string; email: string };
  options: Record<"civilites" | "agences", Option[]>;
  t: (word: Word) => string;
  /** Further fields of the last row. */
  children?: ReactNode;
}) {
  return (
    <>
      {!person && options.agences.length > 1 ? (
        <Select
          name="agence_id"
          label={t("agency")}
          isRequired
          options={options.agences}
          className="sm:max-w-sm"
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-[10rem_1fr_1fr]">
        <Select
          name="civilite"
          label={t("title")}
          defaultValue={person?.civilite ?? "mme"}
          options={options.civilites}
        />
        <TextField
          name="prenom"
          label={t("firstName")}
          isRequired
          maxLength={80}
          defaultValue={person?.prenom}
        />
        <TextField name="nom" label={t("lastName")} isRequired maxLength={80} defaultValue={person?.nom} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="telephone"
          type="tel"
          inputMode="tel"
          label={t("phone")}
          isRequired={false}
          maxLength={30}
          defaultValue={person?.telephone}
        />
        <TextField
          name="email"
          type="email"
          label={t("email")}
          isRequired={false}
          maxLength={200}
          defaultValue={person?.email}
        />
        {children}
      </div>
    </>
  );
}
