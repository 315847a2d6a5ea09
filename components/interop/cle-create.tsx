"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { SecretCard, SecretText } from "@/components/ui/secret-shown";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { KeyObject } from "./portee-words";

export type MadeKey = { secret: string };
/** One object of a key, and what may be opened of it. */
export type Offered = { objet: KeyObject; acces: readonly ("read" | "write")[] };
type Props = {
  action: FormAction<MadeKey>;
  offered: readonly Offered[];
  agences: readonly { id: number; nom: string }[];
  durations: readonly Option[];
};

/** The form of a new key; once it is made, the key takes the form's place. */
export function CleCreate({ action, offered, agences, durations }: Props) {
  const t = useTranslations("cles");
  const [made, setMade] = useState<MadeKey | null>(null);
  if (made) return <Made secret={made.secret} />;
  return (
    <ActionForm
      action={action}
      onSuccess={({ data }) => data && setMade(data)}
      className="max-w-3xl space-y-8"
    >
      <TextField name="nom" label={t("name")} description={t("nameHelp")} isRequired />
      <fieldset data-field="portees">
        <legend className="font-medium">{t("scopes")}</legend>
        <p className="mb-2 text-sm text-ink-muted">{t("scopesHelp")}</p>
        {offered.map((one, index) => (
          <ObjectRow key={one.objet} {...one} isFirst={index === 0} />
        ))}
      </fieldset>
      <fieldset data-field="agence_ids">
        <legend className="font-medium">{t("agencies")}</legend>
        <p className="mb-2 text-sm text-ink-muted">{t("agenciesHelp")}</p>
        <div className="grid gap-x-5 sm:grid-cols-2">
          {agences.map(({ id, nom }, index) => (
            <Checkbox
              key={id}
              name="agence_ids"
              value={String(id)}
              label={<bdi>{nom}</bdi>}
              error={index === 0 ? undefined : ""}
            />
          ))}
        </div>
      </fieldset>
      <Select
        name="duree_jours"
        label={t("expiry")}
        description={t("expiryHelp")}
        options={durations}
        defaultValue="90"
        className="max-w-md"
      />
      <SubmitButton>{t("new.save")}</SubmitButton>
    </ActionForm>
  );
}

function ObjectRow({ objet, acces, isFirst }: Offered & { isFirst: boolean }) {
  const t = useTranslations("cles");
  return (
    <fieldset className="grid grid-cols-2 items-center gap-x-5 border-b border-line sm:grid-cols-[1fr_9rem_9rem]">
      <legend className="float-start col-span-2 pt-3 font-semibold sm:col-span-1 sm:pt-0">
        {t(`objets.${objet}`)}
      </legend>
      {(["read", "write"] as const).map((access) =>
        acces.includes(access) ? (
          <Checkbox
            key={access}
            name="portees"
            value={`${objet}:${access}`}
            label={
              <>
                {t(`acces.${access}`)}
                <span className="sr-only"> ({t(`objets.${objet}`)})</span>
              </>
            }
            // One refusal for the whole group, said once.
            error={isFirst && access === "read" ? undefined : ""}
          />
        ) : (
          <span key={access} />
        ),
      )}
    </fieldset>
  );
}

function Made({ secret }: MadeKey) {
  const t = useTranslations("cles");
  return (
    <SecretCard
      secret={secret}
      title={t("secret.title")}
      once={t("secret.once")}
      warning={t("secret.warning")}
    >
      <SecretText secret={secret} label={t("secret.copy")}>
        <LinkButton href="/admin/cles">{t("secret.open")}</LinkButton>
      </SecretText>
      <div className="space-y-2">
        <h3 className="font-semibold">{t("secret.how")}</h3>
        <p className="text-sm break-all">
          <bdi dir="ltr">Authorization: Bearer {secret}</bdi>
        </p>
      </div>
    </SecretCard>
  );
}
