import { Download } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { IdentityFields } from "@/components/ui/identity-fields";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { homes, load, pageContext, requireRole, searchInput } from "@/lib/delivery/page";
import { safeReturn } from "@/lib/delivery/safe-return";
import type { Locale, Role } from "@/lib/foundation/context";
import { isRecent } from "@/lib/foundation/step-up";
import { readFacteur } from "@/lib/organisation/second-facteur/read-facteur";
import { proveIdentity } from "../../../identity-action";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const everyone = ["client", "intervenant", "gestionnaire", "auditeur", "admin"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("compte.confirmation"))("title") };
}

/** Where someone who asked for a file proves who they are; then the file is here, and the way back. */
export default async function ConfirmationPage({ searchParams }: Props) {
  const account = await requireRole(everyone, "/compte/confirmation");
  const [ctx, locale, search] = await Promise.all([pageContext(), getLocale(), searchParams]);
  const { fichier, retour } = searchInput(search);
  const [t, tIdentity, proved, facteur] = await Promise.all([
    getTranslations("compte.confirmation"),
    getTranslations("ui.identity"),
    isRecent(ctx),
    load(readFacteur),
  ]);
  const home = homes[account.actor.role as Role];
  const back = safeReturn(retour, locale as Locale, home).replace(`/${locale}`, "") || "/";
  return (
    <div className="max-w-md space-y-6">
      <PageHeader title={t(proved ? "done" : "title")} back={{ href: back, label: t("back") }} />
      {proved ? (
        <Card className="space-y-4">
          <p>{t("doneText")}</p>
          <div className="flex flex-wrap gap-3">
            {fichier ? (
              <AnchorButton
                href={safeReturn(fichier, locale as Locale, home)}
                variant="primary"
                icon={<Download aria-hidden />}
              >
                {t("download")}
              </AnchorButton>
            ) : null}
            <LinkButton href={back}>{t("back")}</LinkButton>
          </div>
        </Card>
      ) : (
        <Card>
          <ActionForm action={proveIdentity}>
            <p>{tIdentity("why")}</p>
            <IdentityFields
              password={tIdentity("password")}
              code={facteur.actif ? tIdentity("code") : undefined}
            />
            <SubmitButton className="w-full">{tIdentity("confirm")}</SubmitButton>
          </ActionForm>
        </Card>
      )}
    </div>
  );
}
