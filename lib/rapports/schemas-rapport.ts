import { z } from "zod";
import { groupements, typesRapport } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, id } from "@/lib/foundation/shapes";

/** A report to run: civil days, both included, in each agency's own zone. Only receivables go without `du`. */
export const rapportCreate = z.strictObject({
  type: z.enum(typesRapport),
  du: civilDate.optional(),
  au: civilDate,
  agence_id: id.optional(),
  grouper_par: z.enum(groupements).optional(),
});
export type RapportCreate = z.output<typeof rapportCreate>;

export const rapportList = listInput.extend({
  type: z.enum(typesRapport).optional(),
  agence_id: id.optional(),
});

const valeur = z.union([z.number(), z.string(), z.null()]);
/** Counts and minutes are integers, money is decimal text in `devise`, a mean mark has one decimal. */
export const ligneShape = z.object({
  /** Id or month of the group; null when nobody is (no intervenant), and on totals. */
  cle: z.string().nullable(),
  libelle: z.string(),
  devise: z.string().nullable(),
  valeurs: z.record(z.string(), valeur),
});

const colonneShape = z.object({
  code: z.string(),
  unite: z.enum(["nombre", "minutes", "montant", "note"]),
  libelle: z.string(),
});

export const rapportSummary = z.object({
  id: z.number().int(),
  type: z.enum(typesRapport),
  libelle: z.string(),
  du: z.string().nullable(),
  au: z.string(),
  agence_id: z.number().int().nullable(),
  agences: z.array(z.number().int()),
  grouper_par: z.enum(groupements),
  programmation_id: z.number().int().nullable(),
  demande_par: z.string().nullable(),
  cree_le: z.string(),
  expire_le: z.string(),
});

export const rapportShape = rapportSummary.extend({
  colonnes: z.array(colonneShape),
  lignes: z.array(ligneShape),
  /** What lies beyond the rows named, added up by currency. */
  autres: z.array(ligneShape),
  totaux: z.array(ligneShape),
  avis_bas: z.array(
    z.object({
      id: z.number().int(),
      prestation_id: z.number().int(),
      note: z.number().int(),
      jour: z.string(),
      client: z.string(),
      intervenant: z.string().nullable(),
    }),
  ),
});

/** Reports already run, the latest first, and what can be asked for. */
export const rapportPage = z.object({
  results: z.array(rapportSummary),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  count: z.number().int().optional(),
  definitions: z.array(
    z.object({
      type: z.enum(typesRapport),
      libelle: z.string(),
      groupements: z.array(z.enum(groupements)),
      colonnes: z.array(colonneShape),
    }),
  ),
});

export type Rapport = z.output<typeof rapportShape>;
export type RapportSummary = z.output<typeof rapportSummary>;
export type LigneRapport = z.output<typeof ligneShape>;
