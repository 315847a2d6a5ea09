import { z } from "zod";
import { langues, roles } from "@/db/states";
import { email, langue, requiredLine } from "@/lib/foundation/shapes";
import { givenPassword, newPassword } from "./password-rule";
import { givenCode } from "./second-facteur/schemas";

const secret = z.string().trim().min(1).max(200);

export const sessionInput = z.object({
  email,
  mot_de_passe: givenPassword,
  code: z.preprocess((value) => value || undefined, givenCode.optional()),
});
export const tokenInput = z.strictObject({ email, password: givenPassword, code: givenCode.optional() });
export const refreshInput = z.strictObject({ refresh_token: secret });
export const confirmInput = z.object({ jeton: secret });
export const requestResetInput = z.object({ email });
export const resetInput = z.object({ jeton: secret, mot_de_passe: newPassword });

export const firstAdminInput = z.object({
  jeton: secret,
  email,
  prenom: requiredLine(80),
  nom: requiredLine(80),
  langue: langue.default("fr"),
  mot_de_passe: newPassword,
});

export const tokensShape = z.object({
  access_token: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.number().int(),
  refresh_token: z.string(),
  role: z.enum(roles),
});

export const moiShape = z.object({
  id: z.number().int(),
  email: z.string(),
  prenom: z.string(),
  nom: z.string(),
  role: z.enum(roles),
  portee: z.object({
    agences: z.array(z.number().int()),
    client_id: z.number().int().nullable(),
    intervenant_id: z.number().int().nullable(),
  }),
  langue: z.enum(langues),
  operations: z.array(z.string()),
});

export const moiPatch = z.strictObject({
  prenom: requiredLine(80).optional(),
  nom: requiredLine(80).optional(),
  langue: langue.optional(),
  mot_de_passe_actuel: givenPassword.optional(),
  nouveau_mot_de_passe: newPassword.optional(),
});

export type Tokens = z.output<typeof tokensShape>;
export type Moi = z.output<typeof moiShape>;
