import { Check, MessageSquareReply, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AvisDossier } from "@/lib/avis/schemas";
import { Stars } from "../public/stars";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { ConfirmAction } from "../ui/confirm-action";
import type { FormAction } from "../ui/form-state";
import { TextArea } from "../ui/text-area";
import { TextLink } from "../ui/text-link";

type Acts = { moderate: FormAction; answer: FormAction };

/** One review as the agency reads it, with what can be done about it. `when`: the day of the visit in words. */
export function ModerationCard({
  review,
  when,
  isLow,
  acts,
}: {
  review: AvisDossier;
  when: string;
  isLow: boolean;
  acts: Acts;
}) {
  const t = useTranslations("avis.queue");
  return (
    <Card as="article" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Stars note={review.note} />
        {isLow ? (
          <Badge tone="warning" icon={<TriangleAlert aria-hidden />}>
            {t("low")}
          </Badge>
        ) : null}
      </div>
      {review.commentaire ? (
        <blockquote dir="auto" className="text-lg">
          {review.commentaire}
        </blockquote>
      ) : (
        <p className="text-ink-muted">{t("noWords")}</p>
      )}
      <p className="text-sm text-ink-muted">
        {t("by", { client: review.client, service: review.libelle, when })}
        {review.intervenant ? ` · ${t("with", { name: review.intervenant })}` : ""}
        {" · "}
        <TextLink href={`/gestion/visites/${review.prestation_id}`}>{t("visit")}</TextLink>
      </p>
      {review.motif_refus ? <Said title={t("reason")} words={review.motif_refus} /> : null}
      {review.reponse ? <Said title={t("answerField")} words={review.reponse} /> : null}
      <div className="flex flex-wrap gap-3 pt-1">
        <ReviewActs review={review} {...acts} />
      </div>
    </Card>
  );
}

function Said({ title, words }: { title: string; words: string }) {
  return (
    <div className="rounded-control bg-accent-soft p-3 text-sm">
      <p className="font-semibold">{title}</p>
      <p dir="auto">{words}</p>
    </div>
  );
}

function ReviewActs({ review, moderate, answer }: { review: AvisDossier } & Acts) {
  const t = useTranslations("avis.queue");
  const { id, version, statut } = review;
  const words = (
    <TextArea
      name="reponse"
      label={t("answerField")}
      rows={3}
      maxLength={2000}
      defaultValue={review.reponse}
      isRequired={statut === "publie"}
    />
  );
  return (
    <>
      {statut === "publie" ? (
        <ConfirmAction
          label={t("answer")}
          variant="primary"
          icon={<MessageSquareReply aria-hidden />}
          action={answer}
          fields={{ id, version }}
          title={t("answerTitle")}
          consequence={t("answerWhy")}
          confirmLabel={t("answer")}
        >
          {words}
        </ConfirmAction>
      ) : (
        <ConfirmAction
          label={t("publish")}
          variant="primary"
          icon={<Check aria-hidden />}
          action={moderate}
          fields={{ id, version, decision: "publie" }}
          title={t("publishTitle")}
          consequence={t("publishWhy")}
          confirmLabel={t("publish")}
        >
          {words}
        </ConfirmAction>
      )}
      {statut === "refuse" ? null : (
        <ConfirmAction
          label={t(statut === "publie" ? "withdraw" : "refuse")}
          variant="danger"
          look="secondary"
          icon={<X aria-hidden />}
          action={moderate}
          fields={{ id, version, decision: "refuse" }}
          title={t("refuseTitle")}
          consequence={t("refuseWhy")}
          confirmLabel={t(statut === "publie" ? "withdraw" : "refuse")}
        >
          <TextArea name="motif" label={t("reason")} rows={3} maxLength={500} isRequired />
        </ConfirmAction>
      )}
    </>
  );
}
