"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import type { FormAction } from "@/components/ui/form-state";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { showToast } from "@/components/ui/toast";
import type { ParametreShape } from "@/lib/organisation/schemas-parametre";

type Props = { parametre: ParametreShape; action: FormAction };

/** One setting: its value, where that comes from, and the way back to the level above. */
export function ParametreForm({ parametre, action }: Props) {
  const t = useTranslations("parametres");
  const { cle, agence_id: agence, unite, source, version } = parametre;
  const isOwn = source === (agence === null ? "produit" : "agence");
  return (
    <ActionForm
      action={action}
      showSuccess={false}
      onSuccess={({ message }) => message && showToast({ message, tone: "success" })}
      className="py-5"
    >
      <input type="hidden" name="cle" value={cle} />
      <input type="hidden" name="version" value={version} />
      {agence === null ? null : <input type="hidden" name="agence_id" value={agence} />}
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-[1fr_auto] sm:items-start">
        <Value parametre={parametre} />
        <div className="flex flex-wrap items-center gap-3 sm:flex-col sm:items-end sm:pt-7">
          <SubmitButton variant="secondary">
            {t("save")}
            <span className="sr-only"> {t(`cles.${cle}.label`)}</span>
          </SubmitButton>
          <Badge tone={isOwn ? "accent" : "neutral"}>{t(`sources.${source}`)}</Badge>
        </div>
      </div>
      {isOwn ? (
        <SubmitButton name="retour" value="1" variant="ghost">
          {unite === "ouiNon"
            ? t("reset", { value: t(`yesNo.${parametre.herite === 1 ? 1 : 0}`), unit: "" })
            : t("reset", { value: parametre.herite, unit: t(`unites.${unite}`) })}
        </SubmitButton>
      ) : null}
    </ActionForm>
  );
}

/** A number with its bounds, or yes and no. What came back from the server replaces what was chosen. */
function Value({ parametre }: { parametre: ParametreShape }) {
  const t = useTranslations("parametres");
  const { cle, unite, version, valeur, minimum: min, maximum: max } = parametre;
  const common = { name: "valeur", label: t(`cles.${cle}.label`), isRequired: true };
  if (unite === "ouiNon")
    return (
      <Select
        key={`${version}:${valeur}`}
        {...common}
        description={t(`cles.${cle}.help`)}
        defaultValue={String(valeur)}
        options={[
          { value: "1", label: t("yesNo.1") },
          { value: "0", label: t("yesNo.0") },
        ]}
      />
    );
  return (
    <NumberField
      key={`${version}:${valeur}`}
      {...common}
      description={t("help", { help: t(`cles.${cle}.help`), min, max })}
      defaultValue={valeur}
      minValue={min}
      maxValue={max}
      step={1}
      suffix={t(`unites.${unite}`)}
    />
  );
}
