import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { query } from "@/lib/foundation/operation";
import { withOffset } from "@/lib/foundation/zoned";
import { type Tableau, tableauRead } from "./schemas";
import { countVisits, selectAlertes, selectDemandes, sumFactures } from "./store";

/** What waits for the caller in their agencies, in four statements whatever the size of the agency. */
export const readTableau = query({
  name: "tableau.read",
  input: tableauRead,
  run: async ({ db, input, ctx, scope }): Promise<Tableau> => {
    const asked = { scope, agenceId: input.agence_id, now: ctx.now };
    const [counts, demandes, alertes, sums] = await Promise.all([
      countVisits(db, asked),
      selectDemandes(db, asked),
      selectAlertes(db, asked),
      sumFactures(db, asked),
    ]);
    const { aAffecter, enRetard, sansDepart, nonPointees, aValider, absences, ...aujourdhui } = counts;
    return {
      demandes: {
        total: demandes[0]?.total ?? 0,
        results: demandes.map((row) => presentDemande(row, ctx)),
      },
      visites: {
        a_affecter: aAffecter,
        en_retard: enRetard,
        sans_depart: sansDepart,
        non_pointees: nonPointees,
        a_valider: aValider,
        aujourdhui,
      },
      alertes: alertes.map((row) => presentAlerte(row, ctx)),
      factures: {
        brouillons: sums.filter(({ isLate }) => !isLate).map(presentSum),
        echues: sums.filter(({ isLate }) => isLate).map(presentSum),
      },
      absences: { a_decider: absences },
    };
  },
});

type DemandeRow = Awaited<ReturnType<typeof selectDemandes>>[number];
type AlerteRow = Awaited<ReturnType<typeof selectAlertes>>[number];
type SumRow = Awaited<ReturnType<typeof sumFactures>>[number];

const fullName = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`.trim();
const moments = ({ debut, fin, fuseau }: { debut: Date; fin: Date; fuseau: string }) => ({
  date: withOffset(debut, fuseau),
  fin: withOffset(fin, fuseau),
  fuseau,
});

const presentDemande = (row: DemandeRow, ctx: Context): Tableau["demandes"]["results"][number] => ({
  id: row.id,
  prestation_id: row.prestationId,
  client: fullName(row.client),
  libelle: row.libelles[ctx.locale],
  intervenant: row.intervenant && fullName(row.intervenant),
  expire_le: withOffset(row.expireLe, row.fuseau),
  ...moments(row),
});

const presentAlerte = (row: AlerteRow, ctx: Context): Tableau["alertes"][number] => ({
  id: row.id,
  motif: row.statut === "en_cours" ? "sansDepart" : "retard",
  client: fullName(row.client),
  libelle: row.libelles[ctx.locale],
  intervenant: row.intervenant && {
    id: row.intervenant.id,
    nom: fullName(row.intervenant),
    telephone: row.intervenant.telephone,
  },
  ...moments(row),
});

const presentSum = ({ devise, nombre, total }: SumRow) => ({
  devise,
  nombre,
  total: centsToDecimal(total),
});
