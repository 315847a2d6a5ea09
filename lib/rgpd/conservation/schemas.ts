import { z } from "zod";
import { etatsTache } from "@/db/states";
import { effets, nomsRegle } from "./regles";

export const conservationShape = z.object({
  fait_le: z.string(),
  /** More days that people have when the work runs by the clock. */
  sursis_jours: z.number().int(),
  regles: z.array(
    z.object({
      regle: z.enum(nomsRegle),
      effet: z.enum(effets),
      duree: z.object({ nombre: z.number().int(), unite: z.enum(["annees", "mois", "jours"]) }),
      reference: z.string(),
      /** How many would go now. */
      nombre: z.number().int(),
      /** The oldest of them, by number; none where the key is a secret's fingerprint. */
      exemples: z.array(z.object({ id: z.number().int(), depuis: z.string() })),
    }),
  ),
  /** The last runs, the newest first; to an admin and an auditeur. */
  executions: z.array(
    z.object({
      tache_id: z.number().int(),
      etat: z.enum(etatsTache),
      prevue: z.boolean(),
      progression: z.number().int(),
      total: z.number().int().nullable(),
      regles: z.record(z.string(), z.number().int()),
      cree_le: z.string(),
      terminee_le: z.string().nullable(),
    }),
  ),
});

export type Conservation = z.output<typeof conservationShape>;
export type RegleShape = Conservation["regles"][number];
