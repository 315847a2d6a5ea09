import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { personPrints } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { presentClient } from "./present";
import { clientBody } from "./schemas";
import { findClient, insertClient, replaceAdresses, replaceContacts } from "./store";

/** Opens a client's file in one of the caller's agencies. Throws `validation` on agence_id when it is not theirs. */
export const createClient = command({
  name: "client.create",
  input: clientBody,
  run: async ({ db, input, ctx, scope }) => {
    const agenceId = agenceFor(scope, input.agence_id);
    const { agence_id: _agence, adresses, contacts, ...person } = input;
    const id = await insertClient(db, {
      ...person,
      agenceId,
      ...personPrints("clients", person),
      creeLe: ctx.now,
      modifieLe: ctx.now,
    });
    await replaceAdresses(db, { id, agenceId }, adresses.map(adresseValues));
    await replaceContacts(db, id, contacts);
    const file = await findClient(db, scope, ctx.now, id);
    if (!file) throw new Refused("notFound");
    return {
      change: { objet: { type: "client", id, version: 1 }, agenceId },
      result: presentClient(file, ctx),
    };
  },
});

/** The agency asked for, or the caller's only one. */
function agenceFor(scope: Scope, asked: number | undefined): number {
  const only = scope.agenceIds.length === 1 ? scope.agenceIds[0] : undefined;
  const agenceId = asked ?? only;
  if (agenceId === undefined) throw refuseField("validation", "agence_id");
  if (scope.reach === "agence" && !scope.agenceIds.includes(agenceId))
    throw refuseField("validation", "agence_id");
  return agenceId;
}

type AdresseInput = (typeof clientBody)["_output"]["adresses"][number];

export function adresseValues({ code_postal, ...rest }: AdresseInput) {
  return { ...rest, codePostal: code_postal };
}
