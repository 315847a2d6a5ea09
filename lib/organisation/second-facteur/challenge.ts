import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { seal, unseal } from "@/lib/foundation/sealed";
import type { UtilisateurRow } from "../account-store";

/** Seconds between the password and the code. */
export const CHALLENGE_SECONDS = 300;
const PURPOSE = "defi de connexion";

type Challenge = { id: number; tv: number; fin: number };

/** Says that the password of this account was right a moment ago; good for five minutes, and for nothing but a code. */
export function newChallenge({ id, versionJeton }: UtilisateurRow, now: Date): string {
  const challenge: Challenge = { id, tv: versionJeton, fin: now.getTime() + CHALLENGE_SECONDS * 1000 };
  return seal(JSON.stringify(challenge), PURPOSE);
}

/** Whose challenge it is. Throws `tokenExpired` when it is none, or five minutes have passed. */
export function readChallenge(sealed: string, { now }: Context): Challenge {
  const challenge = opened(sealed);
  if (!challenge || challenge.fin <= now.getTime()) throw new Refused("tokenExpired");
  return challenge;
}

function opened(sealed: string): Challenge | null {
  try {
    return JSON.parse(unseal(sealed, PURPOSE)) as Challenge;
  } catch {
    return null;
  }
}
