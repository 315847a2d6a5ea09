import { contextFor } from "@/lib/foundation/testing";
import { createContrat } from "@/lib/intervenants/contrats/create-contrat";
import { aimed, list, made, self } from "./policy-matrix-case.testing";
import type { MatrixWorld, Objects } from "./policy-matrix-world.testing";

const hours = { convention: "idcc_3127", heures_semaine: 28 };
let years = 0;

/** A contract of a year of its own: no two of one person at the same time. */
export function contrat(world: MatrixWorld, { intervenantId }: Objects) {
  const year = 2100 + ++years;
  const days = { debut: `${year}-01-01`, fin: `${year}-12-31` };
  const body = { intervenant_id: intervenantId, nature: "cdd", ...days, ...hours };
  return createContrat(contextFor(world.db, world.actors.admin), body);
}

/** Contracts and working time. */
export const travailCases = {
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
