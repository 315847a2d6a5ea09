"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Dialog } from "../ui/dialog";
import type { FormAction } from "../ui/form-state";
import { ListSkeleton } from "../ui/skeleton";
import type { CandidatLookup } from "./candidats";
import type { Person } from "./person-field";

// The pickers weigh more than the page: they come when the dialog opens.
const MoveForm = lazy(() => import("./move-form").then((module) => ({ default: module.MoveForm })));

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

export type MoveProps = { visit: VisitBrief; action: FormAction; lookup: CandidatLookup; localNow: string };

/** Another time, another length or another person, with who is free at that time; can be taken back. */
export function MoveVisit(props: MoveProps) {
  const t = useTranslations("plannings.acts");
  return (
    <Dialog
      title={t("moveTitle")}
      trigger={{ label: t("move"), icon: <CalendarClock aria-hidden />, variant: "secondary" }}
    >
      {(close) => (
        <Suspense fallback={<ListSkeleton rows={3} />}>
          <MoveForm {...props} close={close} />
        </Suspense>
      )}
    </Dialog>
  );
}
