import { useTranslations } from "next-intl";
import { ActionForm } from "../ui/action-form";
import type { FormAction } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { StarsField } from "./stars-field";

/** Rates a visit, or changes a review that nobody has checked yet. `fields`: what the action needs beside the words. */
export function ReviewForm({
  action,
  fields,
  review,
}: {
  action: FormAction;
  fields: Record<string, number>;
  review?: { note: number; commentaire: string };
}) {
  const t = useTranslations("avis.rate");
  return (
    <ActionForm action={action} aria-label={t(review ? "words" : "title")}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StarsField name="note" label={t("stars")} defaultNote={review?.note} />
      <TextArea
        name="commentaire"
        label={t("words")}
        description={t("wordsHelp")}
        rows={4}
        maxLength={2000}
        isRequired={false}
        defaultValue={review?.commentaire}
      />
      <SubmitButton className="w-full sm:w-auto">{t(review ? "save" : "send")}</SubmitButton>
    </ActionForm>
  );
}
