import { filtresJournal } from "@/db/schema/journal";
import { addSealed } from "@/db/testing-data";
import type { ActorRole } from "@/lib/foundation/context";
import { aimed, type Case, list, made, self, whose } from "./policy-matrix-case.testing";
import { travailCases } from "./policy-matrix-travail.testing";
import { issued, type MatrixWorld, type Objects, rightsRequest, visit } from "./policy-matrix-world.testing";

/** A filter that the caller's own account keeps, or somebody else's. */
export async function keptFilter(world: MatrixWorld, who: Objects, role: ActorRole): Promise<{ id: number }> {
  const mine = who === world.objects.own ? world.actors[role].id : null;
  return addSealed(world.db, filtresJournal, {
    utilisateurId: mine ?? who.utilisateurId,
    nom: "essai",
    filtre: {},
  });
}

/** The history of a client's file. */
const historyOf = (): Case => ({
  kind: "object",
  input: async (world, target) => ({ objet: "client", objet_id: String(whose(world, target).clientId) }),
});

/** Rights of persons, the checks that nothing was altered, and the log. */
export const rightsCases = {
  ...travailCases,
  "rgpd.list": list((row) => ({
    ...(row.client_id ? { clientId: row.client_id } : { intervenantId: row.intervenant_id }),
    agenceId: row.agence_id,
  })),
  "consentement.list": aimed("id", "clientId"),
  "consentement.create": aimed("id", "clientId", { finalite: "demande_avis", accord: true }),
  "rgpd.read": made(rightsRequest),
  "rgpd.export": self(),
  // Without a name it is about the caller, or about nobody.
  "rgpd.create": {
    ...aimed("client_id", "clientId", { type: "acces" }, "clientUnknown"),
    input: async (world, target, role) =>
      role === "intervenant" && target === "own"
        ? { type: "acces" }
        : { type: "acces", client_id: whose(world, target).clientId },
  } as Case,
  "rgpd.exportIntervenant": aimed("id", "intervenantId"),
  "rgpd.exportClient": aimed("id", "clientId", { documents: false }),
  "rgpd.previewErasure": aimed("id", "clientId"),
  "rgpd.previewErasureIntervenant": aimed("id", "intervenantId"),
  "rgpd.eraseClient": aimed("id", "clientId", { confirmation: "non" }),
  "rgpd.decide": made(rightsRequest, { decision: "en_cours" }),
  "rgpd.prolong": made(rightsRequest, { motif: "essai" }),
  "conservation.read": self(),
  "conservation.start": self(),
  "conservation.apply": self({ regle: "sessions" }),
  "conservation.plan": self(),
  "effacement.list": self(),
  "effacement.write": self(),
  "rgpd.replayErasures": self(),
  "traitement.list": self(),
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
  "filtre.list": self(),
  "filtre.create": self({ nom: "essai", filtre: {} }),
  "filtre.update": made(keptFilter, { nom: "autre" }),
  "filtre.delete": made(keptFilter),
  "audit.readHistory": historyOf(),
  "audit.verifyHistory": historyOf(),
  "audit.read": self({ id: 2_000_000_000 }),
  "audit.export": self(),
  "audit.exportProof": self(),
  "audit.sendCheckpoint": self(),
  "audit.readCheckpoint": self(),
  "audit.verify": self(),
} satisfies Record<string, Case>;
