import { useTranslations } from "next-intl";
import type { Prestation } from "@/lib/prestations/schemas";
import { StatusBadge } from "../ui/status-badge";
import { visitState } from "./visit-words";

/** The state of a visit as word, colour and icon; "En attente" while its request is open. */
export function VisitState({ visit }: { visit: Pick<Prestation, "statut" | "reservation"> }) {
  const t = useTranslations("states");
  const state = visitState(visit);
  const label =
    state.domain === "reservation" ? t(`reservation.${state.statut}`) : t(`prestation.${state.statut}`);
  return <StatusBadge statut={state.statut} label={label} />;
}
