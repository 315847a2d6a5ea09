"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClientFile } from "@/lib/clients/schemas";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { TextField } from "../ui/text-field";
import { EntryFieldset } from "./entry-fieldset";
import { useRows } from "./rows";

type Entry = Partial<ClientFile["contacts"][number]>;

const MOST = 10;

/** People around a client: who to warn, who to ask. */
export function ContactEntries({ contacts }: { contacts: Entry[] }) {
  const t = useTranslations("clients.form");
  const { rows, add, remove } = useRows<Entry>(contacts);
  return (
    <div className="space-y-4">
      {rows.map(({ key, value, isNew }, index) => (
        <EntryFieldset
          key={key}
          legend={t("person", { number: index + 1 })}
          removeLabel={t("remove")}
          onRemove={() => remove(key)}
          isNew={isNew}
        >
          <ContactFields name={`contacts.${index}`} value={value} />
        </EntryFieldset>
      ))}
      {rows.length < MOST ? (
        <Button icon={<Plus aria-hidden />} onPress={() => add({ urgence: true })}>
          {t("addPerson")}
        </Button>
      ) : null}
    </div>
  );
}

function ContactFields({ name, value }: { name: string; value: Entry }) {
  const t = useTranslations("clients.form");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name={`${name}.nom`}
          label={t("contactName")}
          isRequired
          maxLength={120}
          defaultValue={value.nom}
        />
        <TextField
          name={`${name}.lien`}
          label={t("link")}
          description={t("linkHint")}
          isRequired={false}
          maxLength={60}
          defaultValue={value.lien}
        />
        <TextField
          name={`${name}.telephone`}
          type="tel"
          inputMode="tel"
          label={t("phone")}
          isRequired={false}
          maxLength={30}
          defaultValue={value.telephone}
        />
        <TextField
          name={`${name}.email`}
          type="email"
          label={t("email")}
          isRequired={false}
          maxLength={200}
          defaultValue={value.email}
        />
      </div>
      <Checkbox name={`${name}.urgence`} label={t("emergency")} defaultSelected={value.urgence} />
    </>
  );
}
