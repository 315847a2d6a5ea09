import { accountById } from "@/lib/foundation/actor";
import type { Context } from "@/lib/foundation/context";
import { env } from "@/lib/foundation/env";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { countUse } from "@/lib/foundation/rate-limit";
import { secretHash } from "@/lib/foundation/tokens";
import { findByEmpreinte, touchAbonnement } from "./abonnement-store";
import { fluxSpan, ownerOf, toFlux } from "./flux";
import { findFluxAgence, selectFluxVisites } from "./flux-store";
import { fluxRead } from "./schemas-abonnement";

/** Applications read once an hour; a person may press "refresh". */
const reads = { max: 60, windowSeconds: 3600 };
/** Addresses that answer nothing, by network address. */
const misses = { max: 30, windowSeconds: 600 };
const file = /^([A-Za-z0-9_-]{43})\.ics$/;

/**
 * The visits behind a secret calendar address, in its owner's language. Needs no session: the address is the right.
 * Throws `notFound` for an unknown, renewed or revoked address alike, and `rateLimited`.
 */
export const readFlux = query({
  name: "flux.read",
  input: fluxRead,
  run: async ({ db, input, ctx }) => {
    const secret = file.exec(input.fichier)?.[1] ?? "";
    const abonnement = await findByEmpreinte(db, secretHash(secret));
    const account = abonnement && (await accountById(ctx.db, abonnement.utilisateurId));
    const owner = account && ownerOf(account.actor);
    const agence = owner && (await findFluxAgence(db, owner));
    if (!abonnement || !account || !owner || !agence) return miss(ctx);
    await countUse(ctx.db, `flux:${abonnement.id}`, reads, ctx.now);
    await touchAbonnement(ctx.db, abonnement.id, ctx.now);
    const span = fluxSpan(ctx.now, agence.fuseau);
    const visites = await selectFluxVisites(db, owner, span);
    const origin = env().NEXTAUTH_URL;
    return {
      langue: account.langue,
      texte: toFlux({ visites, owner, agence, span, locale: account.langue, origin }),
    };
  },
});

async function miss(ctx: Context): Promise<never> {
  await countUse(ctx.db, `flux:inconnu:${ctx.ip ?? "-"}`, misses, ctx.now);
  throw new Refused("notFound");
}
