"use client";

import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Dialog } from "../ui/dialog";
import type { FormAction } from "../ui/form-state";
import { ListSkeleton } from "../ui/skeleton";
import type { CandidatLookup } from "./candidats";
import type { VisitBrief } from "./move-visit";
import type { ProposalLookup } from "./proposal";

const AssignForm = lazy(() => import("./assign-form").then((module) => ({ default: module.AssignForm })));

export type AssignProps = {
  visit: VisitBrief;
  action: FormAction;
  lookup: CandidatLookup;
  propose: ProposalLookup;
};

/** Who makes the visit, at the time it has. */
export function AssignVisit(props: AssignProps) {
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
      {(close) => (
        <Suspense fallback={<ListSkeleton rows={2} />}>
          <AssignForm {...props} close={close} />
        </Suspense>
      )}
    </Dialog>
  );
}
