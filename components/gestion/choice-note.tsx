import { UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDateTime, type Language } from "@/lib/i18n/format";
import type { RecommandationShape } from "@/lib/ia/schemas";

/** What was proposed for a visit and whom a person chose; nothing while nobody has chosen. */
export function ChoiceNote({
  proposal,
  words,
}: {
  proposal: RecommandationShape | undefined;
  words: Language & { timeZone: string };
}) {
  const t = useTranslations("propositions");
  const decision = proposal?.decision;
  if (!proposal || !decision) return null;
  const rank =
    proposal.recommandations.findIndex((one) => one.intervenant_id === decision.intervenant_id) + 1;
  const count = proposal.recommandations.length;
  const values = { name: decision.intervenant ?? "", when: formatDateTime(new Date(decision.date), words) };
  return (
    <p className="mt-2 flex items-start gap-2 text-sm text-ink-muted">
      <UserRoundCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {decision.intervenant_id === null
          ? t("decidedNobody", values)
          : rank > 0
            ? t("decidedProposed", { ...values, rank, count })
            : t("decidedOther", { ...values, count })}
      </span>
    </p>
  );
}
