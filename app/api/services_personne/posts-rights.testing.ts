import { addClient } from "@/db/testing-data";
import { contextFor } from "@/lib/foundation/testing";
import { closeIncident } from "@/lib/incidents/close-incident";
import { createIncident } from "@/lib/incidents/create-incident";
import {
  absentObjects,
  issued,
  type MatrixWorld,
  type Objects,
  visit,
} from "@/lib/oversight/policy-matrix-world.testing";
import { createDemande } from "@/lib/rgpd/create-demande";
import { decideDemande } from "@/lib/rgpd/decide-demande";

const admin = (world: MatrixWorld) => contextFor(world.db, world.actors.admin, { now: new Date() });

/** Someone of the caller's agency whom nobody else's request is about. */
async function someone(world: MatrixWorld): Promise<number> {
  const { client } = await addClient(world.db, world.objects.own.agenceId);
  return client.id;
}

/** A rights request that waits, received today. */
async function waiting(world: MatrixWorld, type: "acces" | "effacement" = "acces") {
  const clientId = await someone(world);
  const { id } = await createDemande(admin(world), { type, client_id: clientId });
  return { id, clientId };
}

const aimedAt = (make: (world: MatrixWorld, who: Objects) => Promise<{ id: number }>, body = {}) => ({
  make: async (world: MatrixWorld) => ({
    path: { id: (await make(world, world.objects.own)).id },
    body: body as Record<string, unknown>,
  }),
});
const ofClient = (body = {}) =>
  aimedAt(async (_world, who) => ({ id: who.clientId ?? absentObjects.clientId }), body);

let made = 0;

/** An incident that nobody else's request is about, whose facts ask for nothing more. */
function incident(world: MatrixWorld) {
  const facts = { type: "erreur", gravite: "faible", risque: "aucun", nis2: false } as const;
  const noticed = new Date(Date.now() - 3_600_000).toISOString();
  return createIncident(admin(world), { ...facts, constate_le: noticed, description: "Essai" });
}
async function closedIncident(world: MatrixWorld) {
  const { id } = await incident(world);
  return closeIncident(admin(world), { id });
}

/** What the POSTs about rights and integrity take, by the name of the endpoint. */
export const rightsPosts = {
  "filtre.create": {
    make: (_: MatrixWorld, n: number) => ({ body: { nom: `Essai ${n}`, filtre: { objet: "facture" } } }),
  },
  "rgpd.create": {
    make: async (world: MatrixWorld) => ({ body: { client_id: await someone(world), type: "acces" } }),
  },
  "consentement.create": aimedAt(async (world) => ({ id: await someone(world) }), {
    finalite: "publication_avis",
    accord: true,
  }),
  "rgpd.decide": aimedAt((world) => waiting(world), { decision: "en_cours" }),
  "rgpd.prolong": aimedAt((world) => waiting(world), { motif: "Archives sur papier" }),
  "rgpd.eraseClient": {
    make: async (world: MatrixWorld) => {
      const { id, clientId } = await waiting(world, "effacement");
      await decideDemande(admin(world), { id, decision: "acceptee" });
      return { path: { id: clientId }, body: { confirmation: `EFFACER-${clientId}` } };
    },
  },
  "incident.create": {
    make: () => ({
      body: {
        type: "erreur",
        gravite: "faible",
        risque: "aucun",
        constate_le: new Date(Date.now() - 3_600_000).toISOString(),
        // Never twice the same, however fast two are made.
        description: `Essai ${++made}`,
      },
    }),
  },
  "incident.note": aimedAt(incident, { type: "mesure" }),
  "incident.close": aimedAt(incident),
  "incident.reopen": aimedAt(closedIncident, { texte: "Nouveaux faits" }),
  "conservation.start": { make: () => ({ body: {} }) },
  "integrite.start": { make: () => ({ body: {} }) },
};

/** The same for the readings. */
export const rightsReadings = {
  "rgpd.read": aimedAt((world) => waiting(world)),
  "consentement.list": ofClient(),
  "rgpd.exportClient": ofClient({ documents: false }),
  "rgpd.exportIntervenant": aimedAt(async (_world, who) => ({ id: who.intervenantId ?? 0 })),
  "rgpd.previewErasure": ofClient(),
  "rgpd.previewErasureIntervenant": aimedAt(async (_world, who) => ({ id: who.intervenantId ?? 0 })),
  "incident.read": aimedAt(incident),
  "incident.update": aimedAt(incident, { gravite: "moyenne" }),
  "incident.report": aimedAt(incident),
  "integrite.verifyPrestation": aimedAt((world, who) => visit(world, who)),
  "integrite.verifyFacture": aimedAt(issued),
};
