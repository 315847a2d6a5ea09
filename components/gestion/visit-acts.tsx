import { Ban, CircleCheck, LogIn, LogOut, Stamp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatHours } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Prestation } from "@/lib/prestations/schemas";
import { Checkbox } from "../ui/checkbox";
import { ConfirmAction } from "../ui/confirm-action";
import { DatePicker } from "../ui/date-picker";
import type { FormAction } from "../ui/form-state";
import { LinkButton } from "../ui/link-button";
import { NumberField } from "../ui/number-field";
import { TextArea } from "../ui/text-area";
import { TimeField } from "../ui/time-field";
import { AssignVisit } from "./assign-visit";
import type { CandidatLookup } from "./candidats";
import { MoveVisit, type VisitBrief } from "./move-visit";
import type { ProposalLookup } from "./proposal";

/** The server actions behind the acts. */
export type VisitActions = {
  move: FormAction;
  assign: FormAction;
  confirm: FormAction;
  cancel: FormAction;
  clock: FormAction;
  validate: FormAction;
  lookup: CandidatLookup;
  propose: ProposalLookup;
};

export type VisitActsProps = {
  visit: Prestation;
  actions: VisitActions;
  /** The agency's clock, `2026-11-24T09:30`. */
  localNow: string;
  /** The fee of a cancellation now, written out; null within the notice. */
  fee: string | null;
  /** The page itself asks who goes. */
  hasAssignForm?: boolean;
};

/** What a gestionnaire may do with a visit as it stands; the operations decide again. */
export function VisitActs(props: VisitActsProps) {
  const { visit, actions, localNow } = props;
  const t = useTranslations("plannings.acts");
  const brief = briefOf(visit);
  const isMovable = visit.statut === "planifiee" || visit.statut === "confirmee";
  if (!isMovable && visit.statut !== "en_cours" && visit.statut !== "realisee") return null;
  const asked = visit.statut === "planifiee" && visit.reservation?.statut === "demandee";
  return (
    <div className="flex flex-wrap gap-2.5">
      {asked && visit.reservation ? (
        <LinkButton href={`/gestion/demandes/${visit.reservation.id}`} variant="primary">
          {t("answer")}
        </LinkButton>
      ) : null}
      {isMovable && !props.hasAssignForm ? (
        <AssignVisit
          visit={brief}
          action={actions.assign}
          lookup={actions.lookup}
          propose={actions.propose}
        />
      ) : null}
      {visit.statut === "planifiee" && !asked ? <Confirm {...props} /> : null}
      {isMovable ? (
        <MoveVisit visit={brief} action={actions.move} lookup={actions.lookup} localNow={localNow} />
      ) : null}
      {isMovable && brief.person ? <Clock {...props} type="arrivee" /> : null}
      {visit.statut === "en_cours" ? <Clock {...props} type="depart" /> : null}
      {visit.statut === "realisee" ? <Validate {...props} /> : null}
      {isMovable ? <Cancel {...props} /> : null}
    </div>
  );
}

/** Dates of the API carry the agency's own offset: their first characters are its clock. */
export function briefOf(visit: Prestation): VisitBrief {
  const who = visit.intervenant;
  return {
    id: visit.id,
    version: visit.version,
    date: visit.date.slice(0, 10),
    heure: visit.date.slice(11, 16),
    duree: visit.duree,
    person: who && { id: who.id, nom: `${who.prenom} ${who.nom}`.trim() },
    timeZone: visit.fuseau,
  };
}

function Confirm({ visit, actions }: VisitActsProps) {
  const t = useTranslations("plannings.acts");
  return (
    <ConfirmAction
      label={t("confirm")}
      icon={<CircleCheck aria-hidden />}
      action={actions.confirm}
      fields={{ id: visit.id, version: visit.version }}
      title={t("confirmTitle")}
      consequence={t("confirmTold")}
      confirmLabel={t("confirm")}
    />
  );
}

function Clock({ visit, actions, localNow, type }: VisitActsProps & { type: "arrivee" | "depart" }) {
  const t = useTranslations("plannings.acts");
  const isArrival = type === "arrivee";
  const planned = (isArrival ? visit.date : visit.fin).slice(0, 16);
  const moment = planned < localNow ? planned : localNow;
  const Icon = isArrival ? LogIn : LogOut;
  return (
    <ConfirmAction
      variant={isArrival ? "secondary" : "primary"}
      label={t(isArrival ? "arrive" : "leave")}
      icon={<Icon aria-hidden className="mirror" />}
      action={actions.clock}
      fields={{ id: visit.id, type }}
      title={t(isArrival ? "arriveTitle" : "leaveTitle")}
      consequence={t("clockTold")}
      confirmLabel={t("record")}
    >
      <div className="grid grid-cols-2 gap-4">
        <DatePicker name="jour" label={t("day")} isRequired defaultValue={moment.slice(0, 10)} />
        <TimeField name="horodatage" label={t("time")} isRequired defaultValue={moment.slice(11, 16)} />
      </div>
    </ConfirmAction>
  );
}

/** Whole minutes clocked; null without both ends. */
function clockedMinutes({ pointages }: Prestation): number | null {
  const at = (type: string) => pointages.find((one) => one.type === type)?.horodatage;
  const [from, to] = [at("arrivee"), at("depart")];
  if (!from || !to) return null;
  return Math.round((new Date(to).getTime() - new Date(from).getTime()) / 60_000);
}

function Validate({ visit, actions }: VisitActsProps) {
  const t = useTranslations("plannings.acts");
  const locale = useLocale() as Locale;
  const clocked = clockedMinutes(visit);
  const hours = (minutes: number) => formatHours(minutes, { locale });
  const planned = hours(Math.round(visit.duree * 60));
  return (
    <ConfirmAction
      variant="primary"
      label={t("validate")}
      icon={<Stamp aria-hidden />}
      action={actions.validate}
      fields={{ id: visit.id, version: visit.version }}
      title={t("validateTitle")}
      consequence={t("validateTold")}
      confirmLabel={t("validate")}
    >
      <NumberField
        name="duree_facturee"
        label={t("billed")}
        description={
          clocked === null
            ? t("billedPlanned", { planned })
            : t("billedClocked", { planned, clocked: hours(clocked) })
        }
        isRequired
        minValue={0.25}
        maxValue={24}
        step={0.25}
        suffix="h"
        defaultValue={visit.duree}
      />
    </ConfirmAction>
  );
}

function Cancel({ visit, actions, fee }: VisitActsProps) {
  const t = useTranslations("plannings.acts");
  return (
    <ConfirmAction
      variant="danger"
      look="secondary"
      label={t("cancel")}
      icon={<Ban aria-hidden />}
      action={actions.cancel}
      fields={{ id: visit.id, version: visit.version }}
      title={t("cancelTitle")}
      consequence={t("cancelTold")}
      confirmLabel={t("cancelConfirm")}
    >
      <TextArea
        name="motif"
        label={t("reason")}
        description={t("reasonHelp")}
        rows={2}
        maxLength={500}
        isRequired
      />
      {fee ? <Checkbox name="frais" label={t("fee", { amount: fee })} /> : <p>{t("noFee")}</p>}
    </ConfirmAction>
  );
}
