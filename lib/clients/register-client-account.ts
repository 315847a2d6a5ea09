import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { hashPassword } from "@/lib/foundation/password";
import { personPrints } from "@/lib/foundation/person-search";
import { email, id, langue, phone, requiredLine } from "@/lib/foundation/shapes";
import { limitMail } from "@/lib/organisation/account-limits";
import { findOpenAgence } from "@/lib/organisation/find-open-agence";
import { openAccount } from "@/lib/organisation/open-account";
import { newPassword } from "@/lib/organisation/password-rule";
import { refuseWeakPassword } from "@/lib/organisation/refuse-weak-password";
import { adresseValues } from "./create-client";
import { adresseBody } from "./schemas";
import { insertClient, replaceAdresses } from "./store";

const registerInput = z.object({
  prenom: requiredLine(80),
  nom: requiredLine(80),
  email,
  mot_de_passe: newPassword,
  telephone: phone.default(""),
  langue: langue.default("fr"),
  agence_id: id,
  adresse: adresseBody.optional(),
});

type Registration = z.output<typeof registerInput>;

/**
 * A client opens their own account and file in an agency, confirmed by e-mail. An e-mail that has an account already
 * gets the same answer; its owner is told. Throws `weakPassword`, `rateLimited`, `validation` on agence_id.
 */
export const registerClientAccount = command({
  name: "account.register",
  input: registerInput,
  prepare: async ({ input, ctx }) => {
    await refuseWeakPassword(ctx.db, input.mot_de_passe, [input.email, input.prenom, input.nom]);
    await limitMail(ctx, input.email);
    return hashPassword(input.mot_de_passe);
  },
  run: async ({ db, input, ctx, prepared: motDePasse }) => {
    const agence = await findOpenAgence(db, input.agence_id);
    if (!agence) throw refuseField("validation", "agence_id");
    const { prenom, nom, langue } = input;
    const person = { prenom, nom, langue, email: input.email, role: "client" as const, motDePasse };
    const account = await openAccount(db, ctx, person);
    const opened = { objet: { type: "utilisateur", id: account.id }, agenceId: agence.id };
    if (!account.created) return { change: { ...opened, data: { existing: true } }, result: undefined };
    const clientId = await openFile(db, ctx, input, account.id);
    const file = { objet: { type: "client", id: clientId, version: 1 }, agenceId: agence.id };
    return { change: [opened, file], result: undefined };
  },
});

async function openFile(db: Tx, ctx: Context, input: Registration, utilisateurId: number): Promise<number> {
  const { prenom, nom, email: mail, telephone, langue, agence_id: agenceId, adresse } = input;
  const person = { prenom, nom, email: mail, telephone };
  const clientId = await insertClient(db, {
    ...person,
    langue,
    agenceId,
    utilisateurId,
    ...personPrints("clients", person),
    creeLe: ctx.now,
    modifieLe: ctx.now,
  });
  if (adresse) await replaceAdresses(db, { id: clientId, agenceId }, [adresseValues(adresse)]);
  return clientId;
}
