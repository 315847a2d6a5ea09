import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { secondsFacteurs } from "@/db/schema/comptes";
import { noteSession } from "@/lib/foundation/open-sessions";
import { contextFor } from "@/lib/foundation/testing";
import { activateSecondFacteur } from "@/lib/organisation/second-facteur/activate-facteur";
import { prepareFacteur } from "@/lib/organisation/second-facteur/prepare-facteur";
import { codeAt } from "@/lib/organisation/second-facteur/totp";
import type { MatrixWorld } from "@/lib/oversight/policy-matrix-world.testing";

/** A client may be without a second factor, so that each request begins with a phone of its own. */
const who = "client";
const STEP_MS = 30_000;
const DAY_MS = 86_400_000;
const caller = (world: MatrixWorld) => contextFor(world.db, world.actors[who], { now: new Date() });

/** The secret of a phone that was shown, and waits for its first code. */
async function prepared(world: MatrixWorld): Promise<string> {
  const me = world.actors[who].id ?? 0;
  await world.db.delete(secondsFacteurs).where(eq(secondsFacteurs.utilisateurId, me));
  return (await prepareFacteur(caller(world), {})).secret;
}

/** The code that a linked phone shows next: the first one has served. */
async function nextCode(world: MatrixWorld): Promise<string> {
  const secret = await prepared(world);
  const now = Date.now();
  await activateSecondFacteur(caller(world), { code: codeAt(secret, new Date(now)) });
  return codeAt(secret, new Date(now + STEP_MS));
}

async function session(world: MatrixWorld): Promise<string> {
  const sid = randomUUID();
  const now = new Date();
  const expireLe = new Date(now.getTime() + DAY_MS);
  const utilisateurId = world.actors[who].id ?? 0;
  await noteSession(world.db, { sid, utilisateurId, type: "navigateur", expireLe, now });
  return sid;
}

/** What the endpoints about someone's own account take where a code or another session is needed. */
export const accountRequests = {
  "secondFacteur.activate": {
    who,
    make: async (world: MatrixWorld) => {
      const secret = await prepared(world);
      return { body: { code: codeAt(secret, new Date()) } };
    },
  },
  "secondFacteur.renewCodes": {
    who,
    make: async (world: MatrixWorld) => ({ body: { code: await nextCode(world) } }),
  },
  "secondFacteur.remove": {
    who,
    make: async (world: MatrixWorld) => ({ body: { code: await nextCode(world) } }),
  },
  "session.end": {
    who,
    make: async (world: MatrixWorld) => ({ path: { id: await session(world) }, body: {} }),
  },
} as const;
