"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { FormAction, FormState } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";
import { showToast } from "../ui/toast";
import type { CandidatLookup } from "./candidats";
import type { Person } from "./person-field";
import { PlacementFields } from "./placement-fields";

/** What the acts need to know of a visit; day and time on its agency's clock. */
export type VisitBrief = {
  id: number;
  version: number;
  date: string;
  heure: string;
  duree: number;
  person: Person | null;
  timeZone: string;
};

type Props = { visit: VisitBrief; action: FormAction; lookup: CandidatLookup; localNow: string };

/** Another time, another length or another person, with who is free at that time; can be taken back. */
export function MoveVisit({ isPrimary = false, ...props }: Props & { isPrimary?: boolean }) {
  const t = useTranslations("plannings.acts");
  return (
    <Dialog
      title={t("moveTitle")}
      trigger={{
        label: t("move"),
        icon: <CalendarClock aria-hidden />,
        variant: isPrimary ? "primary" : "secondary",
      }}
    >
      {(close) => <MoveForm {...props} close={close} />}
    </Dialog>
  );
}

function MoveForm({ visit, action, lookup, localNow, close }: Props & { close: () => void }) {
  const t = useTranslations("plannings.acts");
  const [state, setState] = useState<FormState>(null);
  // After the move `visit` is the moved one; the way back leads to what it was.
  const [was] = useState(visit);
  const send: FormAction = async (before, form) => {
    const answer = await action(before, form);
    setState(answer);
    return answer;
  };
  const takeBack = () => {
    const form = new FormData();
    const { id, date, heure, duree, person } = was;
    const fields = { id, date, heure, duree, derogation: t("takenBack") };
    for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
    if (person) form.set("intervenant_id", String(person.id));
    startTransition(async () => {
      const answer = await action(null, form);
      if (answer?.message) showToast({ message: answer.message, tone: answer.ok ? "success" : "danger" });
    });
  };
  return (
    <ActionForm
      action={send}
      onSuccess={(result) => {
        close();
        showToast({ message: result.message ?? "", tone: "success", undo: takeBack });
      }}
    >
      <p className="text-ink-muted">{t("moveTold")}</p>
      <input type="hidden" name="id" value={visit.id} />
      <input type="hidden" name="version" value={visit.version} />
      <PlacementFields
        start={{
          date: visit.date,
          heure: visit.heure,
          duree: visit.duree,
          person: visit.person ? String(visit.person.id) : null,
        }}
        about={{ prestation_id: visit.id }}
        lookup={lookup}
        current={visit.person}
        state={state}
        localNow={localNow}
        timeZone={visit.timeZone}
      />
      <div className="flex flex-col-reverse gap-3 pt-2 sm:flex-row sm:justify-end">
        <Button onPress={close}>{t("keep")}</Button>
        <SubmitButton>{t("moveConfirm")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
