import { z } from "zod";
import { id } from "@/lib/foundation/shapes";
import type { Motif } from "./retention";

export const parties = [
  "identite",
  "contacts",
  "adresses",
  "acces",
  "notes",
  "messages",
  "avis",
  "courriels",
  "notifications",
  "agenda",
  "compte",
] as const;
export const gardes = ["factures", "paiements", "devis", "prestations", "registre", "journal"] as const;
const raisons = ["comptabilite", "preuve", "temps_travail", "journal"] as const satisfies readonly Motif[];

export const erasurePreviewShape = z.object({
  client_id: z.number().int(),
  /** Whether the erasure may be carried out now: an accepted request, and nothing left to do for the person. */
  possible: z.boolean(),
  /** The accepted request for erasure, if any. */
  demande_id: z.number().int().nullable(),
  /** Visits neither invoiced nor cancelled: to be settled first. */
  prestations_a_regler: z.array(z.object({ id: z.number().int(), date: z.string(), statut: z.string() })),
  /** What goes now, with how many there are. */
  maintenant: z.array(z.object({ quoi: z.enum(parties), nombre: z.number().int() })),
  /** What stays, until when (null: without a name and without end) and why. */
  conserve: z.array(
    z.object({
      quoi: z.enum(gardes),
      nombre: z.number().int(),
      jusqu_au: z.string().nullable(),
      motif: z.enum(raisons),
      reference: z.string(),
    }),
  ),
  /** What to type to confirm. */
  confirmation: z.string(),
  fuseau: z.string(),
});

export const erasureBody = z.strictObject({ id, confirmation: z.string().trim().max(40) });

export const erasureShape = z.object({
  client_id: z.number().int(),
  efface_le: z.string(),
  demande_id: z.number().int(),
  maintenant: erasurePreviewShape.shape.maintenant,
  conserve: erasurePreviewShape.shape.conserve,
});

export type ErasurePreview = z.output<typeof erasurePreviewShape>;
