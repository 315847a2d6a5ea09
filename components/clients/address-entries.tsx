"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AdresseShape } from "@/lib/clients/schemas";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { TextArea } from "../ui/text-area";
import { TextField } from "../ui/text-field";
import { EntryFieldset } from "./entry-fieldset";
import { useRows } from "./rows";

export type Entry = Partial<AdresseShape>;
type Option = { value: string; label: string };

const MOST = 10;

/** A client's addresses, the first is the main one. Coordinates go along while the place is the same. */
export function AddressEntries({
  addresses,
  country,
  countries,
}: {
  addresses: Entry[];
  country: string;
  countries: Option[];
}) {
  const t = useTranslations("clients.form");
  const { rows, add, remove, putFirst } = useRows<Entry>(addresses);
  return (
    <div className="space-y-4">
      {rows.map(({ key, value, isNew }, index) => (
        <EntryFieldset
          key={key}
          legend={index === 0 ? t("mainAddress") : t("otherAddress", { number: index + 1 })}
          removeLabel={t("remove")}
          onRemove={() => remove(key)}
          isNew={isNew}
          actions={
            index > 0 ? (
              <Button size="sm" variant="ghost" onPress={() => putFirst(key)}>
                {t("makeMain")}
              </Button>
            ) : null
          }
        >
          <AddressFields name={`adresses.${index}`} value={value} country={country} countries={countries} />
        </EntryFieldset>
      ))}
      {rows.length < MOST ? (
        <Button icon={<Plus aria-hidden />} onPress={() => add({})}>
          {t("addAddress")}
        </Button>
      ) : null}
    </div>
  );
}

function AddressFields({
  name,
  value,
  country,
  countries,
}: {
  name: string;
  value: Entry;
  country: string;
  countries: Option[];
}) {
  const t = useTranslations("clients.form");
  return (
    <>
      <input type="hidden" name={`${name}.id`} value={value.id ?? ""} />
      <input type="hidden" name={`${name}.lieu`} value={placeOf(value)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name={`${name}.voie`}
          label={t("street")}
          isRequired
          maxLength={120}
          defaultValue={value.voie}
        />
        <TextField
          name={`${name}.complement`}
          label={t("more")}
          isRequired={false}
          maxLength={120}
          defaultValue={value.complement}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-[9rem_1fr_10rem]">
        <TextField
          name={`${name}.code_postal`}
          label={t("postalCode")}
          isRequired
          inputMode="numeric"
          maxLength={12}
          defaultValue={value.code_postal}
        />
        <TextField
          name={`${name}.commune`}
          label={t("city")}
          isRequired
          maxLength={80}
          defaultValue={value.commune}
        />
        <Select
          name={`${name}.pays`}
          label={t("country")}
          defaultValue={value.pays ?? country}
          options={countries}
        />
      </div>
      <TextField
        name={`${name}.libelle`}
        label={t("label")}
        description={t("labelHint")}
        isRequired={false}
        maxLength={60}
        defaultValue={value.libelle}
        className="sm:max-w-sm"
      />
      <TextArea
        name={`${name}.acces`}
        label={t("access")}
        description={t("accessHint")}
        isRequired={false}
        rows={2}
        maxLength={300}
        defaultValue={value.acces}
      />
    </>
  );
}

/** What the coordinates belong to, as the server compares it. */
function placeOf({ voie, code_postal, commune, latitude, longitude }: Entry): string {
  return latitude == null ? "" : JSON.stringify({ voie, code_postal, commune, latitude, longitude });
}
