"use client";

import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { FormAction, FormState } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";
import { showToast } from "../ui/toast";
import { type CandidatLookup, useCandidats } from "./candidats";
import type { VisitBrief } from "./move-visit";
import { PersonField } from "./person-field";

type Props = { visit: VisitBrief; action: FormAction; lookup: CandidatLookup };

/** Who makes the visit, at the time it has. */
export function AssignVisit(props: Props) {
  const t = useTranslations("plannings.acts");
  const isOpen = props.visit.person === null;
  return (
    <Dialog
      title={t(isOpen ? "assign" : "reassign")}
      trigger={{
        label: t(isOpen ? "assign" : "reassign"),
        icon: <UserRoundPlus aria-hidden />,
        variant: isOpen ? "primary" : "secondary",
      }}
    >
      {(close) => <AssignForm {...props} close={close} />}
    </Dialog>
  );
}

function AssignForm({ visit, action, lookup, close }: Props & { close: () => void }) {
  const t = useTranslations("plannings.acts");
  const [state, setState] = useState<FormState>(null);
  const [person, setPerson] = useState(visit.person ? String(visit.person.id) : null);
  const { candidats, isLooking } = useCandidats(
    { prestation_id: visit.id, date: `${visit.date}T${visit.heure}` },
    lookup,
  );
  const send: FormAction = async (before, form) => {
    const answer = await action(before, form);
    setState(answer);
    return answer;
  };
  return (
    <ActionForm
      action={send}
      onSuccess={(result) => {
        close();
        showToast({ message: result.message ?? "", tone: "success" });
      }}
    >
      <input type="hidden" name="id" value={visit.id} />
      <input type="hidden" name="version" value={visit.version} />
      <PersonField
        candidats={candidats}
        isLooking={isLooking}
        current={visit.person}
        value={person}
        onChange={setPerson}
        description={visit.person ? t("emptyTakesOff") : undefined}
        hasRefusedWarning={Boolean(state && !state.ok && state.code.startsWith("out"))}
      />
      <div className="flex flex-col-reverse gap-3 pt-2 sm:flex-row sm:justify-end">
        <Button onPress={close}>{t("keep")}</Button>
        <SubmitButton>{t("assignConfirm")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
