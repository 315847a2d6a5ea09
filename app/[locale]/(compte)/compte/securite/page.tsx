import { getTranslations } from "next-intl/server";
import { CodeField } from "@/components/auth/code-field";
import { RenewCodes } from "@/components/auth/renew-codes";
import { SecondFactorSetup } from "@/components/auth/second-factor-setup";
import { SessionList } from "@/components/auth/session-list";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { load, requireRole } from "@/lib/delivery/page";
import { readFacteur } from "@/lib/organisation/second-facteur/read-facteur";
import type { FacteurShape } from "@/lib/organisation/second-facteur/schemas";
import { listSessions } from "@/lib/organisation/sessions/list-sessions";
import { ownWords } from "../../notifications/zone";
import { activateSetup, endOthers, endSession, newCodes, prepareSetup, removeFactor } from "./actions";

const everyone = ["client", "intervenant", "gestionnaire", "auditeur", "admin"] as const;
const HERE = "/compte/securite";

export async function generateMetadata() {
  return { title: (await getTranslations("compte.security"))("title") };
}

/** What protects someone's own account. */
export default async function SecurityPage() {
  await requireRole(everyone, HERE);
  const [t, tSessions, facteur, { results }, words] = await Promise.all([
    getTranslations("compte.security"),
    getTranslations("compte.sessions"),
    load(readFacteur),
    load(listSessions),
    ownWords(HERE),
  ]);
  return (
    <div className="max-w-2xl space-y-10">
      <PageHeader title={t("title")} description={t("lead")} />
      <MessagesProvider names={["compte"]}>
        <section aria-labelledby="code" className="space-y-4">
          <SectionHeader
            id="code"
            title={t("factor")}
            actions={
              <StatusBadge
                statut={facteur.actif ? "actif" : "inactif"}
                label={t(facteur.actif ? "on" : "off")}
              />
            }
          />
          {facteur.actif ? <Enrolled facteur={facteur} /> : <Offer />}
        </section>
      </MessagesProvider>
      <section aria-labelledby="sessions" className="space-y-4">
        <SectionHeader
          id="sessions"
          title={tSessions("title")}
          actions={
            results.some(({ courante }) => !courante) ? (
              <ConfirmAction
                label={tSessions("endOthers")}
                action={endOthers}
                title={tSessions("endOthersTitle")}
                consequence={tSessions("endOthersConsequence")}
                confirmLabel={tSessions("endOthers")}
              />
            ) : null
          }
        />
        <p className="text-ink-muted">{tSessions("lead")}</p>
        <SessionList sessions={results} timeZone={words.words.timeZone} end={endSession} />
      </section>
    </div>
  );
}

async function Offer() {
  const t = await getTranslations("compte.security");
  return (
    <Card className="space-y-4">
      <p>{t("offer")}</p>
      <SecondFactorSetup prepare={prepareSetup} activate={activateSetup} doneHref={HERE} />
    </Card>
  );
}

async function Enrolled({ facteur }: { facteur: FacteurShape }) {
  const t = await getTranslations("compte.security");
  const few = facteur.codes_restants <= 3;
  return (
    <>
      <Card className="space-y-4">
        <h3 className="font-semibold">{t("codes")}</h3>
        {few ? (
          <Notice tone="warning">{t("codesLeft", { count: facteur.codes_restants })}</Notice>
        ) : (
          <p>{t("codesLeft", { count: facteur.codes_restants })}</p>
        )}
        <RenewCodes action={newCodes} doneHref={HERE} />
      </Card>
      <Card className="space-y-4">
        <h3 className="font-semibold">{t("otherPhone")}</h3>
        <p className="text-ink-muted">{t("otherPhoneHelp")}</p>
        <SecondFactorSetup replaces prepare={prepareSetup} activate={activateSetup} doneHref={HERE} />
      </Card>
      {facteur.obligatoire ? (
        <p className="text-ink-muted">{t("mandatory")}</p>
      ) : (
        <ConfirmAction
          variant="danger"
          look="secondary"
          label={t("remove")}
          action={removeFactor}
          title={t("removeTitle")}
          consequence={t("removeConsequence")}
          confirmLabel={t("remove")}
        >
          <CodeField label={t("code")} />
        </ConfirmAction>
      )}
    </>
  );
}
