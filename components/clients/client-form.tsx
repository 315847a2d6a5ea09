"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ClientFile } from "@/lib/clients/schemas";
import { VersionConflict } from "../gestion/version-conflict";
import { IdentityFields } from "../people/identity-fields";
import { ActionForm } from "../ui/action-form";
import { DateField } from "../ui/date-picker";
import type { FormAction } from "../ui/form-state";
import { LinkButton } from "../ui/link-button";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { AddressEntries } from "./address-entries";
import { ContactEntries } from "./contact-entries";

type Option = { value: string; label: string };

export type ClientFormProps = {
  action: FormAction;
  /** Absent: a new file. */
  client?: ClientFile;
  cancelHref: string;
  country: string;
  options: Record<"civilites" | "langues" | "pays" | "agences", Option[]>;
};

/** Everything of a client's file on one page, in the order in which people tell it on the phone. */
export function ClientForm({ action, client, cancelHref, country, options }: ClientFormProps) {
  const t = useTranslations("clients.form");
  return (
    <ActionForm
      action={action}
      className="max-w-4xl space-y-8 [&_:is(input,select,textarea,button)]:scroll-mb-32"
      aria-label={t("formLabel")}
    >
      {client ? (
        <>
          <input type="hidden" name="version" value={client.version} />
          <VersionConflict href={cancelHref} />
        </>
      ) : null}
      <Part title={t("identity")}>
        <Identity client={client} options={options} />
      </Part>
      <Part title={t("addresses")} description={t("addressesHelp")}>
        <AddressEntries
          addresses={client ? client.adresses : [{}]}
          country={country}
          countries={options.pays}
        />
      </Part>
      <Part title={t("contacts")} description={t("contactsHelp")}>
        <ContactEntries contacts={client?.contacts ?? []} />
      </Part>
      <Part title={t("notes")}>
        <TextArea
          name="notes"
          label={t("notesLabel")}
          description={t("notesHelp")}
          isRequired={false}
          rows={4}
          maxLength={2000}
          defaultValue={client?.notes}
        />
      </Part>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-3 border-t border-line bg-surface px-4 py-3 max-md:bottom-16">
        <SubmitButton variant="primary">{client ? t("save") : t("create")}</SubmitButton>
        <LinkButton href={cancelHref}>{t("cancel")}</LinkButton>
      </div>
    </ActionForm>
  );
}

function Part({
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

function Identity({ client, options }: Pick<ClientFormProps, "client" | "options">) {
  const t = useTranslations("clients.form");
  return (
    <IdentityFields person={client} options={options} t={t}>
      <Select
        name="langue"
        label={t("language")}
        description={t("languageHelp")}
        defaultValue={client?.langue ?? "fr"}
        options={options.langues}
      />
      <DateField
        name="naissance"
        label={t("birthDate")}
        isRequired={false}
        defaultValue={client?.naissance ?? undefined}
      />
    </IdentityFields>
  );
}
