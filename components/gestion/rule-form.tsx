"use client";

import { useTranslations } from "next-intl";
import { severitesRegle } from "@/db/states";
import type { RegleShape } from "@/lib/organisation/conventions/schemas";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import { DatePicker } from "../ui/date-picker";
import { Dialog } from "../ui/dialog";
import type { FormAction } from "../ui/form-state";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { showToast } from "../ui/toast";

type Props = {
  regle: RegleShape;
  agenceId: number;
  convention: string;
  today: string;
  action: FormAction;
  /** The agreement's value and how far one may go, in words. */
  words: { value: string; limit: string };
};

/** Has the agency differ from a rule from a day on, with the reason; or goes back to the agreement. */
export function RuleForm({ regle, agenceId, convention, today, action, words }: Props) {
  const t = useTranslations("travail");
  return (
    <Dialog
      title={regle.libelle}
      trigger={{
        size: "sm",
        label: (
          <>
            {t("screen.change")}
            <span className="sr-only"> {regle.libelle}</span>
          </>
        ),
      }}
    >
      {(close) => (
        <ActionForm
          action={action}
          aria-label={regle.libelle}
          onSuccess={({ message }) => {
            close();
            if (message) showToast({ message, tone: "success" });
          }}
        >
          <p className="text-ink-muted">{t("screen.changeHelp", words)}</p>
          <input type="hidden" name="agence_id" value={agenceId} />
          <input type="hidden" name="convention" value={convention} />
          <input type="hidden" name="code" value={regle.code} />
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField
              name="valeur"
              label={t("screen.value")}
              description={regle.unite === "minutes" ? t("screen.inMinutes") : undefined}
              isRequired
              minValue={0}
              maxValue={10000}
              step={1}
              defaultValue={regle.valeur}
            />
            <Select
              name="severite"
              label={t("screen.effect")}
              isRequired
              defaultValue={regle.severite}
              options={severitesRegle.map((value) => ({ value, label: t(`severites.${value}`) }))}
            />
          </div>
          <DatePicker name="du" label={t("contrat.du")} isRequired defaultValue={today} />
          <TextArea name="motif" label={t("screen.motif")} isRequired rows={2} maxLength={500} />
          <div className="flex flex-col-reverse gap-3 sm:flex-row sm:flex-wrap sm:justify-end">
            <Button onPress={close}>{t("contrat.cancel")}</Button>
            {regle.ecart ? (
              <SubmitButton name="retour" value="true" variant="secondary">
                {t("screen.back")}
              </SubmitButton>
            ) : null}
            <SubmitButton>{t("contrat.save")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Dialog>
  );
}
