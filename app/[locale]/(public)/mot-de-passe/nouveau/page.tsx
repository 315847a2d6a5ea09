import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { MissingLink } from "@/components/auth/missing-link";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { searchInput } from "@/lib/delivery/page";
import { saveNewPassword } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The address carries a secret: it must not travel on as a referrer, nor be indexed. */
export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("auth.reset"))("title");
  return { title, referrer: "no-referrer", robots: { index: false } };
}

export default async function NewPasswordPage({ searchParams }: Props) {
  const { jeton } = searchInput(await searchParams);
  if (!jeton) return <MissingLink />;
  const t = await getTranslations("auth");
  return (
    <AuthCard
      title={t("reset.title")}
      lead={t("reset.lead")}
      footer={<TextLink href="/mot-de-passe">{t("missingLink.action")}</TextLink>}
    >
      <ActionForm action={saveNewPassword}>
        <input type="hidden" name="jeton" value={jeton} />
        <NewPasswordField
          name="mot_de_passe"
          label={t("reset.newPassword")}
          description={t("passwordHelp")}
        />
        <SubmitButton className="w-full">{t("reset.submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
