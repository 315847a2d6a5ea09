import { createHmac, hkdfSync, randomInt } from "node:crypto";
import { env } from "@/lib/foundation/env";

export const RECOVERY_CODES = 10;
/** No letter that is read as another: neither i, l, o nor u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const GROUPS = 3;
const GROUP = 4;

const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** Ten codes of 60 bits: "k3vd-8m2p-q0zt". */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: GROUPS }, group).join("-"));

/** A code as it was typed: case, spaces and dashes do not count. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]+/g, "");

/** What is stored: keyed, so that a copy of the database alone cannot try codes, and bound to its owner. */
export function recoveryHash(utilisateurId: number, code: string): string {
  const key = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "dihya codes de secours", 32));
  return createHmac("sha256", key)
    .update(`${utilisateurId}:${plainCode(code)}`)
    .digest("hex");
}
