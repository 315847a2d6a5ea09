"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "../ui/action-form";
import { Button } from "../ui/button";
import type { FormAction, FormState } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";
import { showToast } from "../ui/toast";
import type { AssignProps } from "./assign-visit";
import { useCandidats } from "./candidats";
import { PersonField } from "./person-field";
import { useProposal } from "./proposal";
import { ProposalList } from "./proposal-list";

/** Who goes, at the time the visit has: in a dialog with `close`, or in the page without. */
export function AssignForm({ visit, action, lookup, propose, close }: AssignProps & { close?: () => void }) {
  const t = useTranslations("plannings.acts");
  const [state, setState] = useState<FormState>(null);
  const [person, setPerson] = useState(visit.person ? String(visit.person.id) : null);
  const moment = `${visit.date}T${visit.heure}`;
  const { candidats, isLooking } = useCandidats({ prestation_id: visit.id, date: moment }, lookup);
  const proposal = useProposal(visit.id, moment, propose);
  const send: FormAction = async (before, form) => {
    const answer = await action(before, form);
    setState(answer);
    return answer;
  };
  return (
    <ActionForm
      action={send}
      onSuccess={(result) => {
        close?.();
        showToast({ message: result.message ?? "", tone: "success" });
      }}
    >
      <input type="hidden" name="id" value={visit.id} />
      <input type="hidden" name="version" value={visit.version} />
      <ProposalList proposal={proposal} value={person} onChoose={setPerson} />
      <PersonField
        candidats={candidats}
        isLooking={isLooking}
        current={visit.person}
        value={person}
        onChange={setPerson}
        hasProposals={Boolean(proposal?.recommandations.length)}
        isRequired={!visit.person && !close}
        description={visit.person ? t("emptyTakesOff") : undefined}
        hasRefusedWarning={Boolean(state && !state.ok && state.code.startsWith("out"))}
      />
      <div className="flex flex-col-reverse gap-3 pt-2 sm:flex-row sm:justify-end">
        {close ? <Button onPress={close}>{t("keep")}</Button> : null}
        <SubmitButton>{t("assignConfirm")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
