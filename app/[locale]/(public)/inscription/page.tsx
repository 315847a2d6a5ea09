import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { MailSent } from "@/components/auth/mail-sent";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { homes, load, pageAccount, searchInput } from "@/lib/delivery/page";
import type { Role } from "@/lib/foundation/context";
import { listAgences } from "@/lib/organisation/list-agences";
import { isDemonstration } from "../connexion/demo";
import { register } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.register"))("title") };
}

export default async function RegisterPage({ searchParams }: Props) {
  const [account, locale, search] = await Promise.all([pageAccount(), getLocale(), searchParams]);
  if (account) redirect(`/${locale}${homes[account.actor.role as Role]}`);
  const { etape, agence } = searchInput(search);
  if (etape === "envoyee") return <MailSent demonstration={isDemonstration()} />;
  const t = await getTranslations("auth.register");
  return (
    <AuthCard
      title={t("title")}
      lead={t("lead")}
      wide
      footer={
        <p>
          {t("haveAccount")} <TextLink href="/connexion">{t("signIn")}</TextLink>
        </p>
      }
    >
      <ActionForm action={register}>
        <Person />
        <Agency chosen={agence} />
        <Address />
        <SubmitButton className="w-full sm:w-auto">{t("submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}

async function Person() {
  const [t, words] = await Promise.all([getTranslations("auth"), getTranslations("common.fields")]);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField name="prenom" label={words("firstName")} autoComplete="given-name" isRequired />
      <TextField name="nom" label={words("lastName")} autoComplete="family-name" isRequired />
      <TextField name="email" type="email" label={words("email")} autoComplete="email" isRequired />
      <TextField
        name="telephone"
        type="tel"
        inputMode="tel"
        label={words("phone")}
        description={t("register.phoneHelp")}
        autoComplete="tel"
        isRequired={false}
      />
      <NewPasswordField
        name="mot_de_passe"
        label={t("signIn.password")}
        description={t("passwordHelp")}
        className="sm:col-span-2"
      />
    </div>
  );
}

async function Agency({ chosen }: { chosen?: string }) {
  const [t, words, { results }] = await Promise.all([
    getTranslations("auth.register"),
    getTranslations("common.actions"),
    load(listAgences, { limit: 200 }),
  ]);
  const options = results.map(({ id, nom, commune }) => ({
    value: String(id),
    label: `${nom} · ${commune}`,
  }));
  const only = options.length === 1 ? options[0]?.value : undefined;
  return (
    <Select
      name="agence_id"
      label={t("agency")}
      description={t("agencyHelp")}
      options={options}
      placeholder={words("select")}
      defaultValue={options.some(({ value }) => value === chosen) ? chosen : only}
      isRequired
    />
  );
}

async function Address() {
  const [t, words] = await Promise.all([getTranslations("auth.register"), getTranslations("common.fields")]);
  return (
    <fieldset className="space-y-4">
      <legend className="font-semibold">{t("addressTitle")}</legend>
      <p className="text-sm text-ink-muted">{t("addressHelp")}</p>
      <TextField
        name="adresse.voie"
        label={words("street")}
        autoComplete="address-line1"
        isRequired={false}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="adresse.code_postal"
          label={words("postalCode")}
          autoComplete="postal-code"
          isRequired={false}
        />
        <TextField
          name="adresse.commune"
          label={words("city")}
          autoComplete="address-level2"
          isRequired={false}
        />
      </div>
    </fieldset>
  );
}
