import { useTranslations } from "next-intl";
import { ActionForm } from "../ui/action-form";
import { Card } from "../ui/card";
import type { FormAction } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";

/** What was done, for the agency and for the next visit; the client does not read it. */
export function NoteForm({
  visitId,
  note,
  action,
  isReadOnly,
}: {
  visitId: number;
  note: string;
  action: FormAction;
  isReadOnly: boolean;
}) {
  const t = useTranslations("terrain.note");
  return (
    <Card as="section">
      <h2 className="mb-3 text-lg font-semibold">{t("title")}</h2>
      {isReadOnly ? (
        <p className="whitespace-pre-line">
          <bdi>{note}</bdi>
        </p>
      ) : (
        <ActionForm action={action} aria-label={t("title")} className="space-y-3">
          <input type="hidden" name="id" value={visitId} />
          <TextArea
            name="note_intervenant"
            label={t("label")}
            description={t("help")}
            defaultValue={note}
            maxLength={2000}
            rows={3}
          />
          <SubmitButton variant="secondary" className="w-full sm:w-auto">
            {t("save")}
          </SubmitButton>
        </ActionForm>
      )}
    </Card>
  );
}
