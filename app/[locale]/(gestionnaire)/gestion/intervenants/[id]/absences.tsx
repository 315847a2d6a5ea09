import { Check, Undo2, UserCheck, X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AddAbsence } from "@/components/intervenants/add-absence";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { typesAbsence } from "@/db/states";
import { load } from "@/lib/delivery/page";
import { listAbsences } from "@/lib/intervenants/list-absences";
import type { AbsenceShape, IntervenantShape } from "@/lib/intervenants/schemas";
import { giveUpAbsence } from "../../absences/actions";
import type { GestionArea } from "../../area";
import { answerAbsence, recordAbsence } from "../actions";
import { periodOf } from "../period-of";

type Part = { person: IntervenantShape; area: GestionArea };

/** Absences that wait for an answer first, then those to come; each with the visits that someone else must make. */
export async function Absences({ person, area }: Part) {
  const [t, tTypes, { results }] = await Promise.all([
    getTranslations("intervenants.gestion.absences"),
    getTranslations("states.typeAbsence"),
    load(listAbsences, { intervenant_id: person.id, date_min: area.today, limit: 50 }),
  ]);
  const live = results
    .filter(({ statut }) => statut !== "refusee")
    .toReversed()
    .toSorted((a, b) => Number(b.statut === "demandee") - Number(a.statut === "demandee"));
  return (
    <section aria-labelledby="absences">
      <SectionHeader
        id="absences"
        title={t("title")}
        actions={
          <MessagesProvider names={["intervenants"]}>
            <AddAbsence
              action={recordAbsence}
              intervenantId={person.id}
              types={typesAbsence.map((value) => ({ value, label: tTypes(value) }))}
            />
          </MessagesProvider>
        }
      />
      {live.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : null}
      <ul className="space-y-3">
        {live.map((absence) => (
          <Card
            as="li"
            key={absence.id}
            tone={absence.statut === "demandee" ? "warm" : "plain"}
            className="space-y-2"
          >
            <One absence={absence} area={area} />
          </Card>
        ))}
      </ul>
    </section>
  );
}

async function One({ absence, area }: { absence: AbsenceShape; area: GestionArea }) {
  const [t, tReplace, tStates, period] = await Promise.all([
    getTranslations("intervenants.gestion.absences"),
    getTranslations("remplacements"),
    getTranslations("states"),
    periodOf(absence, area.words),
  ]);
  const page = `/gestion/absences/${absence.id}`;
  const isLive = absence.statut !== "retiree";
  const count = absence.prestations_a_remplacer;
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">{period}</span>
        <StatusBadge statut={absence.statut} label={tStates(`absence.${absence.statut}`)} />
      </p>
      <p className="text-ink-muted">
        {tStates(`typeAbsence.${absence.type}`)}
        {absence.motif ? (
          <>
            {" · "}
            <bdi>{absence.motif}</bdi>
          </>
        ) : null}
      </p>
      {isLive && count === 0 ? <p className="text-sm">{t("noVisit")}</p> : null}
      {isLive && count > 0 ? (
        <TextLink href={page} prefetch={false} className="text-warning-text">
          {t("toReplace", { count })}
        </TextLink>
      ) : null}
      {absence.prestations_remplacees > 0 ? (
        <p>
          <TextLink href={page} prefetch={false}>
            {tReplace("seeReplaced", { count: absence.prestations_remplacees })}
          </TextLink>
        </p>
      ) : null}
      {absence.statut === "approuvee" ? (
        <div className="flex flex-wrap gap-3 pt-1">
          {count > 0 ? (
            <LinkButton href={page} variant="primary" icon={<UserCheck aria-hidden />}>
              {tReplace("see")}
            </LinkButton>
          ) : null}
          <ConfirmAction
            icon={<Undo2 aria-hidden />}
            label={tReplace("withdraw")}
            action={giveUpAbsence}
            fields={{ id: absence.id }}
            title={tReplace("withdrawTitle")}
            consequence={tReplace("withdrawConsequence", { period, count: absence.prestations_remplacees })}
            confirmLabel={tReplace("withdrawConfirm")}
          />
        </div>
      ) : null}
      {absence.statut === "demandee" ? (
        <div className="flex flex-wrap gap-3 pt-1">
          <ConfirmAction
            variant="primary"
            icon={<Check aria-hidden />}
            label={t("approve")}
            action={answerAbsence}
            fields={{ id: absence.id, decision: "approuvee" }}
            title={t("approveTitle")}
            consequence={t("approveConsequence", { period, count })}
            confirmLabel={t("approveConfirm")}
          />
          <ConfirmAction
            icon={<X aria-hidden />}
            label={t("refuse")}
            action={answerAbsence}
            fields={{ id: absence.id, decision: "refusee" }}
            title={t("refuseTitle")}
            consequence={t("refuseConsequence", { period })}
            confirmLabel={t("refuseConfirm")}
          />
        </div>
      ) : null}
    </>
  );
}
