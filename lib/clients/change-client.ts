import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { personPrints } from "@/lib/foundation/person-search";
import type { Scope } from "@/lib/foundation/policy";
import { adresseValues } from "./create-client";
import { clientPatch } from "./schemas";
import { type ClientRow, lockClient, replaceAdresses, replaceContacts, updateClientRow } from "./store";

type Patch = Omit<z.output<typeof clientPatch>, "id" | "version">;

/** Writes a change of a file whose row is locked; returns the names of what was given. */
export async function changeClient(tx: Tx, before: ClientRow, patch: Patch, now: Date): Promise<string[]> {
  const { adresses, contacts, ...person } = patch;
  const prints = personPrints("clients", { ...before, ...defined(person) });
  await updateClientRow(tx, before.id, { ...person, ...prints }, now);
  if (adresses) await replaceAdresses(tx, before, adresses.map(adresseValues));
  if (contacts) await replaceContacts(tx, before.id, contacts);
  return Object.keys(defined(patch)).sort();
}

/**
 * The same for a change that was written down earlier: read anew by the schema of the edit, which may have grown
 * stricter. Returns the file as it was. Throws `notFound` out of reach, `clientErased`, `validation`.
 */
export async function correctClient(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  id: number,
  kept: object,
): Promise<ClientRow> {
  const before = await lockClient(tx, scope, ctx.now, id);
  if (!before) throw new Refused("notFound");
  if (before.effaceLe) throw refuseField("clientErased", "id");
  const read = clientPatch.safeParse({ ...kept, id });
  if (!read.success) throw refuseField("validation", "changements");
  const { id: _id, version: _version, ...patch } = read.data;
  await changeClient(tx, before, patch, ctx.now);
  return before;
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
