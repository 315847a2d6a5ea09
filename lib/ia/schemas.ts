import { z } from "zod";
import { listInput } from "@/lib/foundation/page";
import { dateTimeText, id } from "@/lib/foundation/shapes";
import { duree, typeText } from "@/lib/prestations/schemas";

/**
 * The need: a visit already planned (`prestation_id`), or `client_id`, `type`, `date` and `duree` in hours, at the
 * client's main address unless `adresse_id` says otherwise.
 */
export const recommandationBody = z.strictObject({
  prestation_id: id.optional(),
  client_id: id.optional(),
  type: typeText.optional(),
  date: dateTimeText.optional(),
  duree: duree.optional(),
  adresse_id: id.optional(),
});

/** Who was chosen by a person, proposed or not; null: nobody. */
export const decisionBody = z.strictObject({ id, intervenant_id: id.nullable() });

export const recommandationList = listInput.extend({
  agence_id: id.optional(),
  client_id: id.optional(),
  prestation_id: id.optional(),
  /** Only those that a person has decided upon, or only those that wait. */
  decidee: z.stringbool().or(z.boolean()).optional(),
});

const modeleNom = z.object({ nom: z.string(), version: z.string() });

const facteurShape = z.object({
  code: z.string(),
  /** Share of the score; all weights together are 1. */
  poids: z.number(),
  /** 0 to 1; 0.5 when nothing is known. */
  valeur: z.number(),
  /** poids × valeur. */
  contribution: z.number(),
  /** In the caller's language. */
  phrase: z.string(),
});

export const recommandationShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  client_id: z.number().int(),
  client: z.string(),
  prestation_id: z.number().int().nullable(),
  type: z.string(),
  libelle: z.string(),
  date: z.string(),
  fin: z.string(),
  modele: modeleNom,
  /** 0 to 1: how much data stands behind the proposals. */
  confiance: z.number(),
  /** Best first, five at most. */
  recommandations: z.array(
    z.object({
      intervenant_id: z.number().int(),
      intervenant: z.string(),
      score: z.number(),
      facteurs: z.array(facteurShape),
    }),
  ),
  /** Who cannot go, with the first rule that forbids it; twenty at most. */
  ecartes: z.array(
    z.object({
      intervenant_id: z.number().int(),
      intervenant: z.string(),
      regle: z.string(),
      phrase: z.string(),
    }),
  ),
  /** Null until a person has decided. */
  decision: z
    .object({
      intervenant_id: z.number().int().nullable(),
      intervenant: z.string().nullable(),
      utilisateur_id: z.number().int().nullable(),
      date: z.string(),
    })
    .nullable(),
  cree_le: z.string(),
});

export type RecommandationShape = z.output<typeof recommandationShape>;

export const modelesShape = z.object({
  results: z.array(
    modeleNom.extend({
      but: z.string(),
      facteurs: z.array(
        z.object({ code: z.string(), poids: z.number(), nom: z.string(), mesure: z.string() }),
      ),
      exclusions: z.array(z.object({ regle: z.string(), phrase: z.string() })),
      /** Ways to compute among which the past chooses; none where factors are added up. */
      methodes: z.array(z.object({ code: z.string(), nom: z.string(), mesure: z.string() })),
      confiance: z.string(),
      donnees: z.array(z.string()),
      limites: z.array(z.string()),
      decision: z.string(),
    }),
  ),
});
