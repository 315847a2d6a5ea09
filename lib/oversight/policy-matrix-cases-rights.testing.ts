import { aimed, type Case, list, made, self } from "./policy-matrix-case.testing";
import { issued, rightsRequest, visit } from "./policy-matrix-world.testing";

/** Rights of persons, the checks that nothing was altered, and the log. */
export const rightsCases = {
  "rgpd.list": list((row) => ({
    ...(row.client_id ? { clientId: row.client_id } : { intervenantId: row.intervenant_id }),
    agenceId: row.agence_id,
  })),
  "rgpd.read": made(rightsRequest),
  "rgpd.export": self(),
  "rgpd.create": aimed("client_id", "clientId", { type: "acces" }, "clientUnknown"),
  "rgpd.exportClient": aimed("id", "clientId", { documents: false }),
  "rgpd.previewErasure": aimed("id", "clientId"),
  "rgpd.eraseClient": aimed("id", "clientId", { confirmation: "non" }),
  "rgpd.decide": made(rightsRequest, { decision: "en_cours" }),
  "rgpd.prolong": made(rightsRequest, { motif: "essai" }),
  "incident.list": self(),
  "incident.read": self({ id: 2_000_000_000 }),
  "incident.report": self({ id: 2_000_000_000 }),
  "incident.create": self({
    type: "erreur",
    gravite: "faible",
    risque: "aucun",
    constate_le: "2026-03-10T07:00:00Z",
    description: "essai",
  }),
  "incident.update": self({ id: 2_000_000_000 }),
  "incident.note": self({ id: 2_000_000_000, type: "note" }),
  "incident.close": self({ id: 2_000_000_000 }),
  "incident.reopen": self({ id: 2_000_000_000, texte: "essai" }),
  "incident.remind": self(),
  "integrite.read": self(),
  "integrite.start": self(),
  "integrite.execute": self({ execution_id: 2_000_000_000 }),
  "integrite.verifyPrestation": made((world, who) => visit(world, who)),
  "integrite.verifyFacture": made(issued),
  "audit.list": self(),
  "audit.read": self({ id: 2_000_000_000 }),
  "audit.export": self(),
  "audit.exportProof": self(),
  "audit.readCheckpoint": self(),
  "audit.verify": self(),
} satisfies Record<string, Case>;
