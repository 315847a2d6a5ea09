import { useTranslations } from "next-intl";
import type { AdresseShape } from "@/lib/clients/schemas";
import { ActionForm } from "../ui/action-form";
import type { FormAction } from "../ui/form-state";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { TextField } from "../ui/text-field";

const countries = ["FR", "DZ", "MA"] as const;

/** One address with what is needed to get in. */
export function AddressForm({
  action,
  submit,
  country,
  address,
  version,
}: {
  action: FormAction;
  submit: string;
  country: string;
  address?: AdresseShape;
  /** Of the client's file, when an address of it is changed. */
  version?: number;
}) {
  const t = useTranslations("espace.address");
  const tCommon = useTranslations("common");
  return (
    <ActionForm action={action} className="max-w-xl">
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <TextField
        name="libelle"
        label={t("label")}
        description={t("labelHint")}
        isRequired={false}
        maxLength={60}
        defaultValue={address?.libelle}
      />
      <TextField
        name="voie"
        label={tCommon("fields.street")}
        isRequired
        autoComplete="address-line1"
        maxLength={120}
        defaultValue={address?.voie}
      />
      <TextField
        name="complement"
        label={t("more")}
        description={t("moreHint")}
        isRequired={false}
        autoComplete="address-line2"
        maxLength={120}
        defaultValue={address?.complement}
      />
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        <TextField
          name="code_postal"
          label={tCommon("fields.postalCode")}
          isRequired
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={12}
          defaultValue={address?.code_postal}
        />
        <TextField
          name="commune"
          label={tCommon("fields.city")}
          isRequired
          autoComplete="address-level2"
          maxLength={80}
          defaultValue={address?.commune}
        />
      </div>
      <Select
        name="pays"
        label={tCommon("fields.country")}
        defaultValue={address?.pays ?? country}
        options={countries.map((code) => ({ value: code, label: tCommon(`pays.${code}`) }))}
      />
      <TextArea
        name="acces"
        label={t("access")}
        description={t("accessHint")}
        isRequired={false}
        maxLength={300}
        defaultValue={address?.acces}
      />
      <SubmitButton size="lg" className="w-full sm:w-auto">
        {submit}
      </SubmitButton>
    </ActionForm>
  );
}
