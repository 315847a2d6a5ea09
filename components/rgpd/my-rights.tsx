import { getTranslations } from "next-intl/server";
import { typesDemandeRgpd } from "@/db/states";
import { formatDate, type Relative } from "@/lib/i18n/format";
import type { Demande } from "@/lib/rgpd/schemas";
import { ActionForm } from "../ui/action-form";
import { Card } from "../ui/card";
import type { FormAction } from "../ui/form-state";
import { RadioGroup } from "../ui/radio-group";
import { SectionHeader } from "../ui/section-header";
import { StatusBadge } from "../ui/status-badge";
import { SubmitButton } from "../ui/submit-button";
import { TextArea } from "../ui/text-area";
import { Changes } from "./changes";
import { Deadline } from "./deadline";

/** A form for each right; a correction has a form of its own. */
export async function AskForm({ action }: { action: FormAction }) {
  const [t, tKinds, tHelp] = await Promise.all([
    getTranslations("rgpd.mine"),
    getTranslations("rgpd.types"),
    getTranslations("rgpd.help"),
  ]);
  return (
    <section aria-labelledby="demander">
      <SectionHeader id="demander" title={t("ask")} />
      <p className="mb-4 text-ink-muted">{t("askLead")}</p>
      <ActionForm action={action} aria-label={t("ask")} resetOnSuccess>
        <RadioGroup
          name="type"
          label={t("kind")}
          isRequired
          options={typesDemandeRgpd
            .filter((one) => one !== "rectification")
            .map((value) => ({
              value,
              label: tKinds(value),
              description: tHelp(value),
            }))}
        />
        <TextArea
          name="message"
          label={t("message")}
          description={t("messageHelp")}
          rows={4}
          maxLength={2000}
          isRequired={false}
        />
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("send")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

/** What the person asked before, and what became of it. */
export async function MyRequests({ requests, dates }: { requests: Demande[]; dates: Relative }) {
  const t = await getTranslations("rgpd.mine");
  return (
    <section aria-labelledby="demandes">
      <SectionHeader id="demandes" title={t("requests")} />
      {requests.length === 0 ? (
        <p className="text-ink-muted">{t("noRequest")}</p>
      ) : (
        <>
          <ul className="space-y-3">
            {requests.map((one) => (
              <Card as="li" key={one.id}>
                <Request demande={one} dates={dates} />
              </Card>
            ))}
          </ul>
          <p className="mt-3 text-sm text-ink-muted">{t("complain")}</p>
        </>
      )}
    </section>
  );
}

async function Request({ demande, dates }: { demande: Demande; dates: Relative }) {
  const [t, tKinds, tState] = await Promise.all([
    getTranslations("rgpd.mine"),
    getTranslations("rgpd.types"),
    getTranslations("states.demandeRgpd"),
  ]);
  const long = (day: string) => formatDate(day, { ...dates, style: "long" });
  const { type, statut, recue_le, echeance, jours_restants } = demande;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {tKinds(type)} <StatusBadge statut={statut} label={tState(statut)} />
      </p>
      <p className="text-ink-muted">{t("received", { day: long(recue_le) })}</p>
      {jours_restants === null ? null : (
        <p className="flex flex-wrap items-center gap-2">
          {t("until", { day: long(echeance) })} <Deadline daysLeft={jours_restants} />
        </p>
      )}
      {demande.changements.length > 0 ? <Changes demande={demande} /> : null}
      {demande.prolongee ? <p>{t("extended", { reason: demande.prolongation_motif })}</p> : null}
      {demande.motif_refus ? <p>{t("refusedBecause", { reason: demande.motif_refus })}</p> : null}
      {demande.reponse ? (
        <p className="whitespace-pre-line">{t("answer", { text: demande.reponse })}</p>
      ) : null}
    </>
  );
}
