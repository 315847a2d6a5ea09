import { getTranslations } from "next-intl/server";
import { finalitesConsentement } from "@/db/states";
import { formatDate, type Relative } from "@/lib/i18n/format";
import type { Consentements } from "@/lib/rgpd/consentements/schemas";
import { ActionForm } from "../ui/action-form";
import { Badge } from "../ui/badge";
import { DatePicker } from "../ui/date-picker";
import type { FormAction } from "../ui/form-state";
import { RadioGroup } from "../ui/radio-group";
import { SectionHeader } from "../ui/section-header";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";

type Props = { consents: Consentements; action: FormAction; dates: Relative };

/** What the client agrees to, each with the wording and the button that changes it. */
export async function MyChoices({ consents, action, dates }: Props) {
  const t = await getTranslations("rgpd.consents");
  return (
    <section aria-labelledby="choix">
      <SectionHeader id="choix" title={t("title")} />
      <p className="mb-3 text-ink-muted">{t("lead")}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {consents.finalites.map((one) => (
          <li key={one.finalite} className="space-y-2 px-4 py-3">
            <State one={one} dates={dates} />
            <p className="text-ink-muted">{t(`purposes.${one.finalite}.text`)}</p>
            <div className="flex flex-wrap gap-3">
              {one.etat === "donne" ? null : (
                <Answer consents={consents} one={one} accord action={action} label={t("give")} />
              )}
              {one.etat === "retire" ? null : (
                <Answer
                  consents={consents}
                  one={one}
                  accord={false}
                  action={action}
                  label={t(one.etat === "aucun" ? "decline" : "withdraw")}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      <History consents={consents} dates={dates} />
    </section>
  );
}

/** The same for the team: where each stands, and a form for what came on paper. */
export async function ConsentsOf({ consents, action, dates, today }: Props & { today: string }) {
  const t = await getTranslations("rgpd.consents");
  return (
    <div className="space-y-4">
      <ul className="space-y-2">
        {consents.finalites.map((one) => (
          <li key={one.finalite}>
            <State one={one} dates={dates} />
          </li>
        ))}
      </ul>
      <History consents={consents} dates={dates} />
      <details>
        <summary className="cursor-pointer font-semibold">{t("note")}</summary>
        <ActionForm action={action} aria-label={t("note")} className="mt-3" resetOnSuccess>
          <input type="hidden" name="id" value={consents.client_id} />
          <Select
            name="finalite"
            label={t("purpose")}
            isRequired
            defaultValue={finalitesConsentement[0]}
            options={finalitesConsentement.map((value) => ({ value, label: t(`purposes.${value}.name`) }))}
          />
          <RadioGroup
            name="accord"
            label={t("answer")}
            isRequired
            options={[
              { value: "true", label: t("given") },
              { value: "false", label: t("withdrawn") },
            ]}
          />
          <DatePicker name="date" label={t("date")} isRequired defaultValue={today} maxValue={today} />
          <SubmitButton variant="secondary">{t("noteSave")}</SubmitButton>
        </ActionForm>
      </details>
    </div>
  );
}

type One = Consentements["finalites"][number];
const states = {
  donne: { tone: "success", word: "given" },
  retire: { tone: "warning", word: "withdrawn" },
  aucun: { tone: "neutral", word: "none" },
} as const;

async function State({ one, dates }: { one: One; dates: Relative }) {
  const t = await getTranslations("rgpd.consents");
  const { tone, word } = states[one.etat];
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="font-semibold">{t(`purposes.${one.finalite}.name`)}</span>
      <Badge tone={tone}>{t(word)}</Badge>
      {one.depuis ? (
        <span className="text-sm text-ink-muted">
          {t("since", { day: formatDate(one.depuis, { ...dates, style: "long" }) })}
        </span>
      ) : null}
    </p>
  );
}

type AnswerProps = Pick<Props, "consents" | "action"> & { one: One; accord: boolean; label: string };

async function Answer({ consents, one, accord, action, label }: AnswerProps) {
  const t = await getTranslations("rgpd.consents");
  return (
    <ActionForm action={action} aria-label={`${label}, ${t(`purposes.${one.finalite}.name`)}`}>
      <input type="hidden" name="id" value={consents.client_id} />
      <input type="hidden" name="finalite" value={one.finalite} />
      <input type="hidden" name="version_texte" value={one.version_texte} />
      <input type="hidden" name="accord" value={String(accord)} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </ActionForm>
  );
}

async function History({ consents, dates }: Pick<Props, "consents" | "dates">) {
  const t = await getTranslations("rgpd.consents");
  if (consents.historique.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-sm font-semibold">{t("history")}</summary>
      <ul className="mt-2 space-y-1 text-sm">
        {consents.historique.map((one) => (
          <li key={`${one.cree_le}${one.finalite}`}>
            {t("line", {
              day: formatDate(one.date, { ...dates, style: "long" }),
              state: t(one.accord ? "given" : "withdrawn"),
              purpose: t(`purposes.${one.finalite}.name`),
              version: one.version_texte,
            })}{" "}
            <span className="text-ink-muted">
              {one.voie === "compte"
                ? t("byAccount")
                : one.saisi_par
                  ? t("notedBy", { name: one.saisi_par })
                  : t("byPaper")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
