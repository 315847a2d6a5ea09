import { z } from "zod";
import { langues, roles } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { email, id, langue, requiredLine } from "@/lib/foundation/shapes";

const role = z.enum(roles);
/** One id or several: a form sends a single choice alone. */
const agenceIds = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(id).max(50).optional(),
);
const flag = z.stringbool().or(z.boolean());

/** A new account; a gestionnaire needs at least one agency. */
export const utilisateurBody = z.strictObject({
  email,
  prenom: requiredLine(80),
  nom: requiredLine(80),
  role,
  langue: langue.default("fr"),
  agence_ids: agenceIds,
});

export const utilisateurPatch = z.strictObject({
  id,
  version: z.coerce.number().int().positive().optional(),
  prenom: requiredLine(80).optional(),
  nom: requiredLine(80).optional(),
  role: role.optional(),
  langue: langue.optional(),
  actif: flag.optional(),
  agence_ids: agenceIds,
});

export const utilisateurList = listInput.extend({
  q: z.string().trim().max(100).optional(),
  role: role.optional(),
  actif: flag.optional(),
});

export const utilisateurShape = z.object({
  id: z.number().int(),
  email: z.string(),
  prenom: z.string(),
  nom: z.string(),
  role: z.enum(roles),
  langue: z.enum(langues),
  actif: z.boolean(),
  agence_ids: z.array(z.number().int()),
  email_verifie_le: z.string().nullable(),
  derniere_connexion_le: z.string().nullable(),
  /** Whether sign-in asks this person for a code. */
  second_facteur: z.boolean(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export type UtilisateurShape = z.output<typeof utilisateurShape>;

export const roleCodes = roles;
export const langueCodes = langues;
