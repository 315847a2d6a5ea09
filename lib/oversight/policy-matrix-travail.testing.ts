import { absences } from "@/db/schema/intervenants";
import { addSealed } from "@/db/testing-data";
import { contextFor } from "@/lib/foundation/testing";
import { createContrat } from "@/lib/intervenants/contrats/create-contrat";
import { aimed, type Case, list, made, self } from "./policy-matrix-case.testing";
import { absence, type MatrixWorld, type Objects, visit } from "./policy-matrix-world.testing";

const hours = { convention: "idcc_3127", heures_semaine: 28 };
let years = 0;
let leaves = 0;

/** A contract of a year of its own: no two of one person at the same time. */
export function contrat(world: MatrixWorld, { intervenantId }: Objects) {
  const year = 2100 + ++years;
  const days = { debut: `${year}-01-01`, fin: `${year}-12-31` };
  const body = { intervenant_id: intervenantId, nature: "cdd", ...days, ...hours };
  return createContrat(contextFor(world.db, world.actors.admin), body);
}

/** An approved absence and a visit inside it, days of their own. */
export async function leave(world: MatrixWorld, who: Objects) {
  const debut = new Date(Date.UTC(2040, 0, 1 + ++leaves, 8));
  const fin = new Date(debut.getTime() + 7_200_000);
  const values = { intervenantId: who.intervenantId, debut, fin, type: "maladie" as const };
  const { id } = await addSealed(world.db, absences, { ...values, statut: "approuvee" });
  const prestation = await visit(world, who, { debut, fin, statut: "planifiee" });
  return { id, prestation };
}

/** A visit of the target's absence, left open. */
const replacement: Case = {
  kind: "object",
  input: async (world, target) => {
    if (target === "missing")
      return { id: 2_000_000_000, prestation_id: 1, version: 1, intervenant_id: null };
    const { id, prestation } = await leave(world, world.objects[target]);
    return { id, prestation_id: prestation.id, version: prestation.version, intervenant_id: null };
  },
};

/** Contracts, working time and absences. */
export const travailCases = {
  "absence.withdraw": made(absence),
  "remplacement.list": made(leave),
  "remplacement.accept": replacement,
  "contrat.list": list((row) => ({ intervenantId: row.intervenant_id, agenceId: row.agence_id })),
  "contrat.create": aimed("intervenant_id", "intervenantId", {
    nature: "cdi",
    debut: "2050-01-01",
    fin: "2050-01-02",
    ...hours,
  }),
  "contrat.amend": made(contrat, { du: "2101-01-01", ...hours }),
  "contrat.end": made(contrat, { fin: "2100-01-01" }),
  "contrat.export": self(),
  "compteur.list": aimed("intervenant_id", "intervenantId"),
  "compteur.export": aimed("intervenant_id", "intervenantId"),
  "regle.list": aimed("agence_id", "agenceId"),
  "regle.export": self(),
  "regle.update": aimed("agence_id", "agenceId", {
    convention: "idcc_3127",
    code: "dailyMaxExceeded",
    du: "2030-01-01",
    valeur: 540,
    motif: "essai",
  }),
  "regle.choose": aimed("agence_id", "agenceId", { convention: "idcc_2941" }),
};
