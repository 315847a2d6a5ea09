import { z } from "zod";
import { etatsPrestation } from "@/db/states";

/** One agency of the caller's, or all of them. */
export const tableauRead = z.object({ agence_id: z.coerce.number().int().positive().optional() });

const moment = { date: z.string(), fin: z.string(), fuseau: z.string() };

/** A request that waits for the agency's answer, the one that expires first on top. */
export const demandeEnAttente = z.object({
  id: z.number().int(),
  prestation_id: z.number().int(),
  client: z.string(),
  libelle: z.string(),
  intervenant: z.string().nullable(),
  expire_le: z.string(),
  ...moment,
});

/** A visit that did not go as planned: nobody clocked in, or nobody clocked out. */
export const alerteVisite = z.object({
  id: z.number().int(),
  motif: z.enum(["retard", "sansDepart"]),
  client: z.string(),
  libelle: z.string(),
  intervenant: z.object({ id: z.number().int(), nom: z.string(), telephone: z.string() }).nullable(),
  ...moment,
});

const somme = z.object({ devise: z.string(), nombre: z.number().int(), total: z.string() });

/** What waits for a gestionnaire. "Today" is the civil day of each visit's agency; totals: decimal text in `devise`. */
export const tableauShape = z.object({
  demandes: z.object({ total: z.number().int(), results: z.array(demandeEnAttente) }),
  visites: z.object({
    /** Nobody assigned, within the next seven days. */
    a_affecter: z.number().int(),
    /** Of today, start passed by more than ten minutes, no arrival. */
    en_retard: z.number().int(),
    /** Under way although their end has passed by more than ten minutes. */
    sans_depart: z.number().int(),
    /** Of days gone by, never clocked nor cancelled. */
    non_pointees: z.number().int(),
    a_valider: z.number().int(),
    aujourdhui: z.record(z.enum(etatsPrestation), z.number().int()),
  }),
  alertes: z.array(alerteVisite),
  factures: z.object({ brouillons: z.array(somme), echues: z.array(somme) }),
  absences: z.object({ a_decider: z.number().int() }),
});

export type Tableau = z.output<typeof tableauShape>;
export type DemandeEnAttente = z.output<typeof demandeEnAttente>;
export type AlerteVisite = z.output<typeof alerteVisite>;
