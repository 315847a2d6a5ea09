import type { Queryable } from "@/db/client";
import { refuseField } from "@/lib/foundation/errors";
import { selectAllAgences } from "./agence-store";
import { isCommonPassword } from "./common-passwords";
import { PASSWORD_MIN, strengthOf } from "./present-strength";

/**
 * The server's word on a password being chosen. Throws `weakPassword` on `field` when it is short, easy to guess for
 * who knows these names and e-mail or the organisation's own, or one that everybody tries.
 */
export async function refuseWeakPassword(
  db: Queryable,
  password: string,
  about: readonly string[],
  field = "mot_de_passe",
): Promise<void> {
  const house = (await selectAllAgences(db)).flatMap(({ nom, email }) => [nom, email ?? ""]);
  if (await isWeakPassword(password, [...about, ...house]))
    throw refuseField("weakPassword", field, { min: PASSWORD_MIN });
}

export async function isWeakPassword(password: string, about: readonly string[] = []): Promise<boolean> {
  return ["short", "guessable"].includes(strengthOf(password, about)) || (await isCommonPassword(password));
}
