import type { VisitActions } from "@/components/gestion/visit-acts";
import { decimalToCents } from "@/lib/foundation/money";
import { formatMoney } from "@/lib/i18n/format";
import { cancellationFee } from "@/lib/prestations/prestation";
import type { Prestation } from "@/lib/prestations/schemas";
import type { GestionArea } from "../area";
import { assignVisit, cancelVisit, clockVisit, confirmVisit, moveVisit, validateVisit } from "./actions";
import { findCandidats } from "./lookups";
import { proposePeople } from "./proposals";

/** The acts on a visit, for the pages that show them. */
export const visitActions: VisitActions = {
  move: moveVisit,
  assign: assignVisit,
  confirm: confirmVisit,
  cancel: cancelVisit,
  clock: clockVisit,
  validate: validateVisit,
  lookup: findCandidats,
  propose: proposePeople,
};

/** The fee if the visit were cancelled now, written out; null while its notice runs or when there is none. */
export function feeOf(visit: Prestation, { agence, words }: GestionArea): string | null {
  const cents = cancellationFee({
    debut: new Date(visit.date),
    prixTtc: decimalToCents(visit.prix_ttc),
    noticeHours: agence.preavis_annulation_heures,
    feeBp: agence.frais_annulation_bp,
    now: words.now,
  });
  return cents > 0 ? formatMoney(cents, visit.devise, words) : null;
}
