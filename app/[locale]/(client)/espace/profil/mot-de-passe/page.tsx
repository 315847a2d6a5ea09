import { getTranslations } from "next-intl/server";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { clientArea } from "../../area";
import { savePassword } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.password"))("title") };
}

export default async function ChangePassword() {
  const area = await clientArea("/espace/profil/mot-de-passe");
  const [t, tAuth] = await Promise.all([getTranslations("espace.password"), getTranslations("auth")]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/espace/profil", label: t("back") }}
      />
      <ActionForm action={savePassword} aria-label={t("title")} className="max-w-md">
        <input type="text" autoComplete="username" value={area.account.email} readOnly hidden />
        <TextField
          name="mot_de_passe_actuel"
          type="password"
          label={t("current")}
          autoComplete="current-password"
          isRequired
        />
        <NewPasswordField
          name="nouveau_mot_de_passe"
          label={t("next")}
          description={tAuth("passwordHelp")}
          about={[area.account.email]}
        />
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("save")}
        </SubmitButton>
      </ActionForm>
    </>
  );
}
