import { Mail, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnchorButton } from "../ui/link-button";

/** Whom to call. Many clients prefer a voice; the way to it is on every screen where one may be stuck. */
export function AgencyCard({
  agence,
  subject,
}: {
  agence: { nom: string; telephone: string; email: string };
  /** Subject of the e-mail, so that the agency knows what it is about. */
  subject?: string;
}) {
  const t = useTranslations("espace.agency");
  const query = subject ? `?subject=${encodeURIComponent(subject)}` : "";
  return (
    <section aria-label={t("title")} className="rounded-card border border-line bg-sunken p-5">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="text-ink-muted">
        <bdi>{agence.nom}</bdi>
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {agence.telephone ? (
          <AnchorButton href={`tel:${agence.telephone.replace(/[^+\d]/g, "")}`} icon={<Phone aria-hidden />}>
            <span className="sr-only">{t("call")} </span>
            <bdi dir="ltr">{agence.telephone}</bdi>
          </AnchorButton>
        ) : null}
        {agence.email ? (
          <AnchorButton href={`mailto:${agence.email}${query}`} icon={<Mail aria-hidden />}>
            {t("write")}
          </AnchorButton>
        ) : null}
      </div>
    </section>
  );
}
