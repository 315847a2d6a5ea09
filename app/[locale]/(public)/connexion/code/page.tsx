import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { CodeField } from "@/components/auth/code-field";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { currentChallenge } from "@/lib/delivery/challenge-cookie";
import { searchInput } from "@/lib/delivery/page";
import { giveCode } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compte.code"))("title"), robots: { index: false } };
}

/** The second step of sign-in: six digits of the phone, or a recovery code. */
export default async function CodePage({ searchParams }: Props) {
  const [defi, locale, search] = await Promise.all([currentChallenge(), getLocale(), searchParams]);
  if (!defi) redirect(`/${locale}/connexion`);
  const { retour, secours } = searchInput(search);
  const t = await getTranslations("compte.code");
  const other = new URLSearchParams({ ...(retour && { retour }), ...(!secours && { secours: "1" }) });
  return (
    <AuthCard
      title={t("title")}
      lead={t(secours ? "leadRecovery" : "lead")}
      footer={
        <p>
          <TextLink href="/connexion">{t("back")}</TextLink>
        </p>
      }
    >
      <ActionForm key={secours ?? ""} action={giveCode}>
        {retour ? <input type="hidden" name="retour" value={retour} /> : null}
        <CodeField isRecovery={Boolean(secours)} label={t(secours ? "recovery" : "code")} />
        <SubmitButton className="w-full">{t("submit")}</SubmitButton>
        <p className="text-center">
          <TextLink href={`/connexion/code?${other}`}>{t(secours ? "useCode" : "useRecovery")}</TextLink>
        </p>
      </ActionForm>
    </AuthCard>
  );
}
