"use client";

import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import type { FormAction, FormState } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";
import { showToast } from "../ui/toast";
import type { MoveProps } from "./move-visit";
import { PlacementFields } from "./placement-fields";

/** When, how long and who, starting from what the visit is now. */
export function MoveForm({ visit, action, lookup, localNow, close }: MoveProps & { close: () => void }) {
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
