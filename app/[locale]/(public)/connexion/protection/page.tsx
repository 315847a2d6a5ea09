import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { SecondFactorSetup } from "@/components/auth/second-factor-setup";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { homes, pageAccount, searchInput } from "@/lib/delivery/page";
import { safeReturn } from "@/lib/delivery/safe-return";
import type { Locale, Role } from "@/lib/foundation/context";
import { activateSetup, prepareSetup } from "../../../(compte)/compte/securite/actions";
import { SignOut } from "../../../deconnexion/sign-out";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compte.enrol"))("title"), robots: { index: false } };
}

/** Where someone whose role asks for a second factor sets it up, before anything else; then on to what they wanted. */
export default async function EnrolPage({ searchParams }: Props) {
  const [account, locale, search] = await Promise.all([pageAccount(), getLocale(), searchParams]);
  if (!account) redirect(`/${locale}/connexion`);
  const { retour } = searchInput(search);
  const home = homes[account.actor.role as Role];
  if (!account.actor.enrolement) redirect(safeReturn(retour, locale as Locale, home));
  const t = await getTranslations("compte.enrol");
  // The links of components add the language themselves.
  const doneHref = safeReturn(retour, locale as Locale, home).replace(`/${locale}`, "") || "/";
  return (
    <AuthCard title={t("title")} lead={t("lead")} wide footer={<SignOut />}>
      <MessagesProvider names={["compte"]}>
        <SecondFactorSetup prepare={prepareSetup} activate={activateSetup} doneHref={doneHref} />
      </MessagesProvider>
    </AuthCard>
  );
}
