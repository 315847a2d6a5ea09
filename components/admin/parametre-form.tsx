"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import type { FormAction } from "@/components/ui/form-state";
import { NumberField } from "@/components/ui/number-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { showToast } from "@/components/ui/toast";
import type { ParametreShape } from "@/lib/organisation/schemas-parametre";

type Props = { parametre: ParametreShape; action: FormAction };

/** One setting: its value, where that comes from, and the way back to the level above. */
export function ParametreForm({ parametre, action }: Props) {
  const t = useTranslations("parametres");
  const { cle, agence_id: agence, unite, source, version, valeur } = parametre;
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
        <NumberField
          // What came back from the server replaces what was typed.
          key={`${version}:${valeur}`}
          name="valeur"
          label={t(`cles.${cle}.label`)}
          description={t("help", {
            help: t(`cles.${cle}.help`),
            min: parametre.minimum,
            max: parametre.maximum,
          })}
          defaultValue={valeur}
          minValue={parametre.minimum}
          maxValue={parametre.maximum}
          step={1}
          suffix={t(`unites.${unite}`)}
          isRequired
        />
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
          {t("reset", { value: parametre.herite, unit: t(`unites.${unite}`) })}
        </SubmitButton>
      ) : null}
    </ActionForm>
  );
}
