"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "../ui/action-form";
import type { FormAction, FormState } from "../ui/form-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { showToast } from "../ui/toast";
import { type CandidatLookup, useCandidats } from "./candidats";
import { type Person, PersonField } from "./person-field";
import { type ProposalLookup, useProposal } from "./proposal";
import { ProposalList } from "./proposal-list";

/** Accepts a request: whom the model proposes and why, then whoever the person chooses, proposed or not. */
export function AcceptForm({
  request,
  visit,
  action,
  lookup,
  propose,
}: {
  request: { id: number; version: number };
  visit: { id: number; moment: string; person: Person | null };
  action: FormAction;
  lookup: CandidatLookup;
  propose: ProposalLookup;
}) {
  const t = useTranslations("dashboard.requests");
  const [state, setState] = useState<FormState>(null);
  const [person, setPerson] = useState(visit.person ? String(visit.person.id) : null);
  const { candidats, isLooking } = useCandidats({ prestation_id: visit.id, date: visit.moment }, lookup);
  const proposal = useProposal(visit.id, visit.moment, propose);
  const send: FormAction = async (before, form) => {
    const answer = await action(before, form);
    // Told here: once accepted, the form gives way to the decision.
    if (answer?.ok && answer.message) showToast({ message: answer.message, tone: "success" });
    setState(answer);
    return answer;
  };
  const isTaken = Boolean(state && !state.ok && state.code === "slotTaken");
  return (
    <ActionForm action={send} showSuccess={false}>
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      {isTaken ? (
        <Notice
          tone="warning"
          title={t("takenTitle")}
          actions={<LinkButton href={`/gestion/visites/${visit.id}`}>{t("moveInstead")}</LinkButton>}
        >
          {t("takenHelp")}
        </Notice>
      ) : null}
      <ProposalList
        proposal={proposal}
        value={person}
        onChoose={setPerson}
        moveHref={`/gestion/visites/${visit.id}`}
      />
      <PersonField
        candidats={candidats}
        isLooking={isLooking}
        current={visit.person}
        value={person}
        onChange={setPerson}
        isRequired
        hasProposals={Boolean(proposal?.recommandations.length)}
        description={visit.person ? t("proposed", { name: visit.person.nom }) : undefined}
        hasRefusedWarning={Boolean(state && !state.ok && state.code.startsWith("out"))}
      />
      <SubmitButton size="lg" className="w-full">
        <Check aria-hidden />
        {t("accept")}
      </SubmitButton>
    </ActionForm>
  );
}
