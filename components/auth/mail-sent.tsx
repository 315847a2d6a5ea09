import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { AuthCard } from "./auth-card";

/** Said after a form that sends an e-mail. In a demonstration it tells where that e-mail can be read. */
export function MailSent({
  title,
  text,
  demonstration = false,
}: {
  title?: string;
  text?: string;
  demonstration?: boolean;
}) {
  const t = useTranslations("auth");
  return (
    <AuthCard
      title={title ?? t("sent.title")}
      footer={<TextLink href="/connexion">{t("sent.back")}</TextLink>}
      notice={
        demonstration ? (
          <Notice tone="info">
            {t("demo.mail")} <TextLink href="/connexion?demo=admin">{t("demo.outbox")}</TextLink>
          </Notice>
        ) : null
      }
    >
      <p role="status">{text ?? t("sent.text")}</p>
      <p className="mt-3 text-ink-muted">{t("sent.spam")}</p>
    </AuthCard>
  );
}
