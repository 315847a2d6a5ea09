import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { MissingLink } from "@/components/auth/missing-link";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { searchInput } from "@/lib/delivery/page";
import { create } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("auth.firstAdmin"))("title");
  return { title, referrer: "no-referrer", robots: { index: false } };
}

export default async function FirstAdminPage({ searchParams }: Props) {
  const { jeton } = searchInput(await searchParams);
  if (!jeton) return <MissingLink href="/connexion" />;
  const [t, words] = await Promise.all([getTranslations("auth"), getTranslations("common.fields")]);
  return (
    <AuthCard title={t("firstAdmin.title")} lead={t("firstAdmin.lead")}>
      <ActionForm action={create}>
        <input type="hidden" name="jeton" value={jeton} />
        <TextField name="prenom" label={words("firstName")} autoComplete="given-name" isRequired />
        <TextField name="nom" label={words("lastName")} autoComplete="family-name" isRequired />
        <TextField name="email" type="email" label={words("email")} autoComplete="username" isRequired />
        <NewPasswordField name="mot_de_passe" label={t("signIn.password")} description={t("passwordHelp")} />
        <SubmitButton className="w-full">{t("firstAdmin.submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
