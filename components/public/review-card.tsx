import { useTranslations } from "next-intl";
import { Stars } from "./stars";

export type ReviewCardProps = {
  note: number;
  commentaire: string;
  reponse: string;
  auteur: string;
  service: string;
  agence: string;
};

/** A published review, its author an initial, and the agency's answer when there is one. */
export function ReviewCard({ note, commentaire, reponse, auteur, service, agence }: ReviewCardProps) {
  const t = useTranslations("public.home");
  return (
    <figure className="flex h-full flex-col gap-3 rounded-card border border-line bg-raised p-5 shadow-card">
      <Stars note={note} />
      <blockquote dir="auto" className="flex-1 text-lg">
        {commentaire}
      </blockquote>
      <figcaption className="text-sm text-ink-muted">{t("reviewBy", { auteur, service, agence })}</figcaption>
      {reponse ? (
        <p dir="auto" className="rounded-control bg-accent-soft p-3 text-sm">
          <strong>{agence}</strong> · {reponse}
        </p>
      ) : null}
    </figure>
  );
}
