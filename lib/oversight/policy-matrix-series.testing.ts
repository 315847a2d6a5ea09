import { eq } from "drizzle-orm";
import { taches } from "@/db/schema/suivi";
import type { ActorRole } from "@/lib/foundation/context";
import { contextFor } from "@/lib/foundation/testing";
import { modele } from "@/lib/ia/score";
import { createSerie } from "@/lib/plannings/series/create-serie";
import { aimed, type Case, list, made, self } from "./policy-matrix-case.testing";
import { type MatrixWorld, type Objects, work } from "./policy-matrix-world.testing";

/** So far ahead that no visit is made yet. */
export const weekly = { heure: "10:00", premier_jour: "2031-03-12", rrule: "FREQ=WEEKLY", duree: 1 };

const week = { semaine: "2031-W11" };

export const serie = (world: MatrixWorld, { clientId, intervenantId }: Objects) =>
  createSerie(contextFor(world.db, world.actors.admin), {
    ...weekly,
    client_id: clientId,
    intervenant_id: intervenantId,
    type: world.code,
  });

/** A search for intervenants that has ended, with nothing to propose. */
export async function search(world: MatrixWorld, who: Objects, role: ActorRole) {
  const { id } = await work(world, who, role);
  const resultat = {
    agence_id: who.agenceId,
    ...week,
    modele,
    avant: { sans_intervenant: 0 },
    apres: { sans_intervenant: 0, km: 0 },
    propositions: [],
    sans_solution: [],
  };
  await world.db
    .update(taches)
    .set({ type: "planning.optimisation", statut: "terminee", progression: 100, resultat })
    .where(eq(taches.id, id));
  return { id };
}

type Names =
  | "serie.list"
  | "serie.read"
  | "serie.preview"
  | "serie.create"
  | "serie.update"
  | "serie.stop"
  | "serie.export"
  | "serie.generate"
  | "conflit.list"
  | "publication.list"
  | "publication.preview"
  | "publication.create"
  | "optimisation.create"
  | "optimisation.execute"
  | "optimisation.apply";

export const seriesCases: Record<Names, Case> = {
  "serie.list": list((row) => ({
    clientId: row.client_id,
    agenceId: row.agence_id,
    intervenantId: row.intervenant_id,
  })),
  "serie.read": made(serie),
  "serie.preview": aimed("client_id", "clientId", weekly, "clientUnknown"),
  "serie.create": {
    kind: "object",
    absent: "clientUnknown",
    input: async (world, target) => {
      const clientId = target === "missing" ? 2_000_000_000 : world.objects[target].clientId;
      return { ...weekly, client_id: clientId, type: world.code };
    },
  },
  "serie.update": made(serie, { instructions: "Sonner deux fois" }),
  "serie.stop": made(serie, { motif: "essai" }),
  "serie.export": self(),
  "serie.generate": self(),
  "conflit.list": aimed("agence_id", "agenceId"),
  "publication.list": list((row) => ({ agenceId: row.agence_id })),
  "publication.preview": aimed("agence_id", "agenceId", week),
  "publication.create": aimed("agence_id", "agenceId", week),
  "optimisation.create": aimed("agence_id", "agenceId", week),
  "optimisation.execute": aimed("agence_id", "agenceId", week),
  "optimisation.apply": self({ id: 2_000_000_000 }),
};
