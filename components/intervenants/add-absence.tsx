"use client";

import { CalendarOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import { DatePicker } from "../ui/date-picker";
import { Dialog } from "../ui/dialog";
import type { FormAction } from "../ui/form-state";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { showToast } from "../ui/toast";

/** Records an absence that someone called in. It stands at once. */
export function AddAbsence({
  action,
  intervenantId,
  types,
}: {
  action: FormAction;
  intervenantId: number;
  types: { value: string; label: string }[];
}) {
  const t = useTranslations("intervenants.gestion.absences");
  return (
    <Dialog title={t("add")} trigger={{ label: t("add"), size: "sm", icon: <CalendarOff aria-hidden /> }}>
      {(close) => (
        <ActionForm
          action={action}
          aria-label={t("add")}
          onSuccess={({ message }) => {
            close();
            if (message) showToast({ message, tone: "success" });
          }}
        >
          <p className="text-ink-muted">{t("addHelp")}</p>
          <input type="hidden" name="intervenant_id" value={intervenantId} />
          <Select name="type" label={t("type")} isRequired defaultValue="conge" options={types} />
          <div className="grid gap-4 sm:grid-cols-2">
            <DatePicker name="debut" label={t("from")} isRequired />
            <DatePicker name="fin" label={t("to")} description={t("toHelp")} isRequired />
          </div>
          <TextArea name="motif" label={t("reason")} isRequired={false} rows={2} maxLength={500} />
          <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
            <Button onPress={close}>{t("cancel")}</Button>
            <SubmitButton>{t("addConfirm")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Dialog>
  );
}
