import type { notifications } from "../schema/suivi";
import { addMinutes } from "./calendar";
import type { Facture } from "./factures";
import type { Demande } from "./reservations";
import type { Accounts } from "./utilisateurs";
import { gestionnaireOf } from "./utilisateurs";
import type { Visite } from "./visites";
import type { World } from "./world";

type Row = Omit<typeof notifications.$inferInsert, "id">;

/** A few unread and read notices for the people who can sign in. */
export function makeNotifications(
  world: World,
  accounts: Accounts,
  demandes: readonly Demande[],
  factures: readonly Facture[],
  visits: readonly Visite[],
): (typeof notifications.$inferInsert)[] {
  const rows: Row[] = [];
  const add = (utilisateurId: number | undefined, row: Omit<Row, "utilisateurId" | "lueLe">) => {
    if (!utilisateurId) return;
    const old = (row.creeLe?.getTime() ?? 0) < addMinutes(world.now, -3 * 1440).getTime();
    rows.push({ utilisateurId, ...row, lueLe: old ? addMinutes(row.creeLe ?? world.now, 200) : null });
  };
  for (const { visit, row, id } of demandes) {
    const donnees = { reservation_id: id, prestation_id: visit.id ?? 0, date: visit.debut.toISOString() };
    if (row.statut === "demandee")
      add(gestionnaireOf(visit.agenceId), {
        type: "reservation.demandee",
        donnees,
        creeLe: visit.creeLe,
      });
    else if (row.decideLe)
      add(accounts.clientAccounts.get(row.clientId), {
        type: `reservation.${row.statut}`,
        donnees,
        creeLe: row.decideLe,
      });
  }
  for (const facture of factures.filter(({ statut }) => statut !== "brouillon").slice(-250)) {
    add(accounts.clientAccounts.get(facture.clientId), {
      type: "facture.emise",
      donnees: {
        facture_id: facture.id,
        numero: facture.numero ?? "",
        total_ttc: facture.totaux.ttc,
        devise: facture.devise,
      },
      creeLe: addMinutes(facture.emiseLe, 1),
    });
  }
  for (const visit of visits.filter(({ intervenantId, jour }) => intervenantId === 5 && jour === world.today))
    add(accounts.workerAccounts.get(5), {
      type: "prestation.creee",
      donnees: { prestation_id: visit.id ?? 0, date: visit.debut.toISOString() },
      creeLe: addMinutes(world.now, -1500),
    });
  return rows
    .toSorted((a, b) => (a.creeLe?.getTime() ?? 0) - (b.creeLe?.getTime() ?? 0))
    .map((row, index) => ({ id: index + 1, ...row }));
}
