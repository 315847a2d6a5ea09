import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "../ui/action-form";
import type { FormAction } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";

type Props = { type: "prestation" | "facture"; id: number; action: FormAction };

/** Has one visit or invoice checked now: sums, log and fingerprints. */
export function VerifyButton({ type, id, action }: Props) {
  const t = useTranslations("integrite");
  return (
    <ActionForm action={action} aria-label={t("verifyOne")} className="pt-3">
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" icon={<ShieldCheck aria-hidden />}>
        {t("verifyOne")}
      </SubmitButton>
    </ActionForm>
  );
}
