import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import type { Effet } from "./fill-serie";
import { presentSerie } from "./present";
import type { SerieResult } from "./schemas";
import { findSerie } from "./store";

/** The series as it is after a write, and what the write did to its visits. */
export async function answerSerie(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  id: number,
  effet: Effet,
): Promise<SerieResult> {
  const file = await findSerie(db, scope, id);
  if (!file) throw new Refused("notFound");
  return { ...presentSerie(file, ctx), effet };
}
