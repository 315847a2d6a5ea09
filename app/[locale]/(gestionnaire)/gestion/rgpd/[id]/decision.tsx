import { CalendarPlus, Check, CheckCheck, Download, Eraser, Play, X } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { SectionHeader } from "@/components/ui/section-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { transitions } from "@/lib/rgpd/demande";
import type { Demande } from "@/lib/rgpd/schemas";
import { decideRequest, extendRequest } from "../actions";

/** What may be done with a request in its state; nothing once it was answered. */
export async function Decision({ demande }: { demande: Demande }) {
  const t = await getTranslations("rgpd.one");
  const { id, version } = demande;
  const next = transitions[demande.statut];
  // The erasure itself closes the request.
  const isErasure = demande.type === "effacement" && demande.client_id !== null;
  const isLimit = demande.type === "limitation" && demande.client_id !== null;
  if (next.length === 0) return <Card tone="sunken">{t("done")}</Card>;
  return (
    <Card as="section" className="space-y-4 lg:sticky lg:top-24">
      <SectionHeader title={t("yourAnswer")} />
      <Follow demande={demande} />
      {next.includes("en_cours") ? (
        <ActionForm action={decideRequest} aria-label={t("start")}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="decision" value="en_cours" />
          <SubmitButton variant="secondary" icon={<Play aria-hidden />}>
            {t("start")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {next.includes("acceptee") ? <Accept demande={demande} isLimit={isLimit} /> : null}
        {next.includes("refusee") ? <Refuse id={id} version={version} /> : null}
        {next.includes("close") && !isErasure ? <Close id={id} version={version} isLimit={isLimit} /> : null}
      </div>
      {demande.prolongee || (demande.jours_restants ?? -1) < 0 ? null : <Extend id={id} version={version} />}
    </Card>
  );
}

/** Where an accepted request is carried out: the copy to give, or the erasure. */
async function Follow({ demande }: { demande: Demande }) {
  const [t, locale] = await Promise.all([getTranslations("rgpd"), getLocale()]);
  const { type, statut, client_id, intervenant_id } = demande;
  const isCopy = type === "acces" || type === "portabilite";
  if (statut !== "acceptee") return null;
  if (client_id === null)
    return isCopy ? (
      <AnchorButton
        href={`/${locale}/gestion/intervenants/${intervenant_id}/copie`}
        icon={<Download aria-hidden />}
      >
        {t("exportOf")}
      </AnchorButton>
    ) : null;
  if (type === "effacement")
    return (
      <LinkButton
        href={`/gestion/clients/${client_id}/effacement`}
        variant="primary"
        icon={<Eraser aria-hidden />}
      >
        {t("erasure.see")}
      </LinkButton>
    );
  if (!isCopy) return null;
  return (
    <AnchorButton href={`/${locale}/gestion/clients/${client_id}/copie`} icon={<Download aria-hidden />}>
      {t("exportOf")}
    </AnchorButton>
  );
}

type Aimed = { id: number; version: number };

async function Accept({ demande, isLimit }: { demande: Demande; isLimit: boolean }) {
  const { id, version, changements } = demande;
  const isFix = changements.length > 0;
  const [t, tLimit, tKept] = await Promise.all([
    getTranslations("rgpd.one"),
    getTranslations("rgpd.limit"),
    getTranslations("rgpd.kept"),
  ]);
  const own = acceptOfWorker(demande);
  const what = isLimit ? tLimit("accept") : t(isFix ? "acceptFix" : "acceptWhat");
  return (
    <ConfirmAction
      variant="primary"
      label={t("accept")}
      icon={<Check aria-hidden />}
      action={decideRequest}
      fields={{ id, version, decision: "acceptee" }}
      title={t("acceptTitle")}
      consequence={own ? tKept(own) : what}
      confirmLabel={t(isFix ? "acceptFixConfirm" : "accept")}
    >
      <Answer />
    </ConfirmAction>
  );
}

/** What accepting does when it is an intervenant who asks: their work goes on. */
function acceptOfWorker({ type, client_id }: Demande) {
  if (client_id !== null) return undefined;
  if (type === "limitation") return "acceptLimit" as const;
  return type === "effacement" ? ("acceptErasure" as const) : undefined;
}

async function Refuse({ id, version }: Aimed) {
  const t = await getTranslations("rgpd.one");
  return (
    <ConfirmAction
      variant="danger"
      look="secondary"
      label={t("refuse")}
      icon={<X aria-hidden />}
      action={decideRequest}
      fields={{ id, version, decision: "refusee" }}
      title={t("refuseTitle")}
      consequence={t("refuseWhat")}
      confirmLabel={t("refuseConfirm")}
    >
      <TextArea name="motif" label={t("reasonField")} rows={3} maxLength={2000} isRequired />
    </ConfirmAction>
  );
}

async function Close({ id, version, isLimit }: Aimed & { isLimit: boolean }) {
  const [t, tLimit] = await Promise.all([getTranslations("rgpd.one"), getTranslations("rgpd.limit")]);
  return (
    <ConfirmAction
      variant="primary"
      label={t("close")}
      icon={<CheckCheck aria-hidden />}
      action={decideRequest}
      fields={{ id, version, decision: "close" }}
      title={t("closeTitle")}
      consequence={isLimit ? tLimit("close") : t("closeWhat")}
      confirmLabel={t("closeConfirm")}
    >
      <Answer />
    </ConfirmAction>
  );
}

async function Extend({ id, version }: Aimed) {
  const t = await getTranslations("rgpd.one");
  return (
    <div className="border-t border-line pt-4">
      <ConfirmAction
        variant="ghost"
        label={t("extend")}
        icon={<CalendarPlus aria-hidden />}
        action={extendRequest}
        fields={{ id, version }}
        title={t("extendTitle")}
        consequence={t("extendWhat")}
        confirmLabel={t("extendConfirm")}
      >
        <TextArea name="motif" label={t("extendReason")} rows={3} maxLength={2000} isRequired />
      </ConfirmAction>
    </div>
  );
}

async function Answer() {
  const t = await getTranslations("rgpd.one");
  return (
    <TextArea
      name="reponse"
      label={t("answerField")}
      description={t("answerHelp")}
      rows={4}
      maxLength={4000}
      isRequired={false}
    />
  );
}
