import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { MailSent } from "@/components/auth/mail-sent";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { searchInput } from "@/lib/delivery/page";
import { isDemonstration } from "../connexion/demo";
import { askReset } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default async function ForgotPasswordPage({ searchParams }: Props) {
  const t = await getTranslations("auth.forgot");
  const words = await getTranslations("common.fields");
  if (searchInput(await searchParams).etape === "envoye")
    return <MailSent title={t("sentTitle")} text={t("sentText")} demonstration={isDemonstration()} />;
  return (
    <AuthCard title={t("title")} lead={t("lead")} footer={<TextLink href="/connexion">{t("back")}</TextLink>}>
      <ActionForm action={askReset}>
        <TextField name="email" type="email" label={words("email")} autoComplete="username" isRequired />
        <SubmitButton className="w-full">{t("submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
