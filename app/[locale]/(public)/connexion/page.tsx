import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { homes, pageAccount, searchInput } from "@/lib/delivery/page";
import { safeReturn } from "@/lib/delivery/safe-return";
import type { Locale, Role } from "@/lib/foundation/context";
import { type ProblemCode, problemText } from "@/lib/i18n/problem-text";
import { signIn } from "./actions";
import { demoAccount, demoRoles, isDemonstration } from "./demo";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Search = Record<string, string>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const [account, locale, search] = await Promise.all([pageAccount(), getLocale(), searchParams]);
  const { retour, demo, ...messages } = searchInput(search);
  if (account) redirect(safeReturn(retour, locale as Locale, homes[account.actor.role as Role]));
  const [t, words] = await Promise.all([getTranslations("auth.signIn"), getTranslations("common")]);
  const filled = demoAccount(demo);
  return (
    <AuthCard
      title={t("title")}
      lead={t("lead")}
      notice={<Message search={messages} locale={locale as Locale} />}
      footer={
        <p>
          {t("noAccount")} <TextLink href="/inscription">{t("register")}</TextLink>
        </p>
      }
    >
      <ActionForm key={demo ?? ""} action={signIn}>
        {retour ? <input type="hidden" name="retour" value={retour} /> : null}
        <TextField
          name="email"
          type="email"
          label={words("fields.email")}
          autoComplete="username"
          isRequired
          defaultValue={filled?.email}
        />
        <TextField
          name="mot_de_passe"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          isRequired
          defaultValue={filled?.password}
        />
        <SubmitButton className="w-full">{t("submit")}</SubmitButton>
        <p className="text-center">
          <TextLink href="/mot-de-passe">{t("forgot")}</TextLink>
        </p>
      </ActionForm>
      {isDemonstration() ? <Demonstration retour={retour} demo={demo} /> : null}
    </AuthCard>
  );
}

async function Demonstration({ retour, demo }: { retour?: string; demo?: string }) {
  const [t, roles] = await Promise.all([getTranslations("auth.demo"), getTranslations("common.roles")]);
  const accounts = demoRoles.map((role) => {
    const query = new URLSearchParams({ demo: role, ...(retour ? { retour } : {}) });
    const label = roles(role as "client");
    return { href: `/connexion?${query}`, label, name: t("use", { role: label }), current: role === demo };
  });
  return (
    <div className="mt-6">
      <DemoAccounts title={t("title")} text={t("text")} accounts={accounts} />
    </div>
  );
}

const infos = ["confirme", "mot_de_passe", "admin"] as const;
/** Codes that the sign-in service may put into this page's address. */
const errors: readonly string[] = [
  "invalidCredentials",
  "accountLocked",
  "emailNotConfirmed",
  "rateLimited",
  "secondFactorRequired",
  "wrongCode",
  "tokenExpired",
] satisfies ProblemCode[];

async function Message({ search, locale }: { search: Search; locale: Locale }) {
  const t = await getTranslations("auth.info");
  const info = infos.find((name) => name === search.info);
  if (info) return <Notice tone="success">{t(info)}</Notice>;
  if (!errors.includes(search.error ?? "")) return null;
  return <Notice tone="danger">{problemText(locale, search.error as ProblemCode).detail}</Notice>;
}
