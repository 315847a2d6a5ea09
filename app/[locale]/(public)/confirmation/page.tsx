import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { MissingLink } from "@/components/auth/missing-link";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { searchInput } from "@/lib/delivery/page";
import { confirm } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("auth.confirm"))("title");
  return { title, referrer: "no-referrer", robots: { index: false } };
}

/** A button, not the visit itself, uses the link up: mail filters open links too. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { jeton } = searchInput(await searchParams);
  if (!jeton) return <MissingLink />;
  const t = await getTranslations("auth.confirm");
  return (
    <AuthCard title={t("title")} lead={t("lead")}>
      <ActionForm action={confirm}>
        <input type="hidden" name="jeton" value={jeton} />
        <SubmitButton className="w-full">{t("submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
