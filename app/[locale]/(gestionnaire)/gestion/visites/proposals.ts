"use server";

import { browserContext } from "@/lib/delivery/action";
import { Refused } from "@/lib/foundation/errors";
import { createRecommandation } from "@/lib/ia/create-recommandation";
import { listRecommandations } from "@/lib/ia/list-recommandations";
import type { RecommandationShape } from "@/lib/ia/schemas";

/** A proposal this young is shown again: opening a page twice is not two questions. */
const FRESH_MS = 5 * 60_000;

/** Who could make a visit, with reasons; null when it cannot be said. Nobody is assigned. */
export async function proposePeople(
  prestationId: number,
  moment: string,
): Promise<RecommandationShape | null> {
  const ctx = await browserContext();
  try {
    const waiting = { prestation_id: prestationId, decidee: false, limit: 1 };
    const [last] = (await listRecommandations(ctx, waiting)).results;
    const isFresh = last && ctx.now.getTime() - Date.parse(last.cree_le) < FRESH_MS;
    if (isFresh && last.date.startsWith(moment)) return last;
    return await createRecommandation(ctx, { prestation_id: prestationId });
  } catch (error) {
    if (error instanceof Refused && error.status < 500) return null;
    throw error;
  }
}
