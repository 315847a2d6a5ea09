import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Champ } from "@/lib/rgpd/rectification/schemas";
import { ActionForm } from "../ui/action-form";
import type { FormAction } from "../ui/form-state";
import { SectionHeader } from "../ui/section-header";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { FixFields } from "./fix-fields";

type Props = {
  action: FormAction;
  values: { [champ in Champ]?: string | null };
  fields: readonly Champ[];
  /** Where the rest is changed at once, without asking. */
  note?: ReactNode;
};

/** A request for rectification, written as what is right. */
export async function FixForm({ action, values, fields, note }: Props) {
  const t = await getTranslations("rgpd.fix");
  return (
    <section aria-labelledby="corriger">
      <SectionHeader id="corriger" title={t("title")} />
      <p className="mb-4 text-ink-muted">
        {t("lead")} {note}
      </p>
      <ActionForm action={action} aria-label={t("title")}>
        <input type="hidden" name="type" value="rectification" />
        <FixFields values={values} fields={fields} />
        <TextArea name="message" label={t("message")} rows={3} maxLength={2000} isRequired={false} />
        <SubmitButton className="w-full sm:w-auto">{t("send")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
