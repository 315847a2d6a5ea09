import { useTranslations } from "next-intl";
import type { AvisDossier } from "@/lib/avis/schemas";
import { Stars } from "../public/stars";

/** What a client wrote of a visit, and what the agency said of it: why it is not shown, or its answer. */
export function ReviewWords({ review }: { review: AvisDossier }) {
  const t = useTranslations("avis.mine");
  const isRefused = review.statut === "refuse";
  return (
    <>
      <Stars note={review.note} />
      {review.commentaire ? (
        <blockquote dir="auto" className="text-lg">
          {review.commentaire}
        </blockquote>
      ) : null}
      {isRefused && review.motif_refus ? <Said title={t("reason")} words={review.motif_refus} /> : null}
      {!isRefused && review.reponse ? <Said title={t("answer")} words={review.reponse} /> : null}
    </>
  );
}

function Said({ title, words }: { title: string; words: string }) {
  return (
    <div className="rounded-control bg-accent-soft p-3">
      <p className="text-sm font-semibold">{title}</p>
      <p dir="auto">{words}</p>
    </div>
  );
}
