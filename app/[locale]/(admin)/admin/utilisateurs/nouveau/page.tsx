import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountFields } from "@/components/admin/account-fields";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { load } from "@/lib/delivery/page";
import { listAgences } from "@/lib/organisation/list-agences";
import { langueCodes, roleCodes } from "@/lib/organisation/schemas-utilisateur";
import { inviteUser } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.user"))("newTitle") };
}

/** A new account: its owner chooses the password from the link that is sent. */
export default async function NewUserPage() {
  const [t, tUsers, agences] = await Promise.all([
    getTranslations("admin.user"),
    getTranslations("admin.users"),
    load(listAgences, { limit: 200 }),
  ]);
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        description={t("newLead")}
        back={{ href: "/admin/utilisateurs", label: tUsers("title") }}
      />
      <ActionForm action={inviteUser} className="max-w-2xl">
        <TextField name="email" label={tUsers("email")} type="email" autoComplete="off" isRequired />
        <AccountFields roles={roleCodes} langues={langueCodes} agences={agences.results} />
        <SubmitButton>{t("invite")}</SubmitButton>
      </ActionForm>
    </>
  );
}
