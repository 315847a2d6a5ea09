import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { AuthCard } from "./auth-card";

/** A page opened without the secret that its link carries. */
export function MissingLink({ href = "/mot-de-passe" }: { href?: string }) {
  const t = useTranslations("auth.missingLink");
  return (
    <AuthCard title={t("title")}>
      <p className="mb-4">{t("text")}</p>
      <LinkButton href={href} variant="primary">
        {t("action")}
      </LinkButton>
    </AuthCard>
  );
}
