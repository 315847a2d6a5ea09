import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { presentPrestation } from "./present";
import type { Prestation } from "./schemas";
import { selectBetween, selectByIds } from "./store";

/** Visits by id in the caller's shape; whoever asks has checked that they are within reach. */
export async function findPrestations(
  db: Queryable,
  ctx: Context,
  ids: readonly number[],
): Promise<Map<number, Prestation>> {
  const files = await selectByIds(db, ids);
  return new Map(files.map((file) => [file.prestation.id, presentPrestation(file, ctx)]));
}

/** Visits that touch [debut, fin), cancelled ones left out, of an agency or an intervenant, in order of time. */
export async function prestationsBetween(
  db: Queryable,
  ctx: Context,
  span: { debut: Date; fin: Date },
  who: { agenceId?: number; intervenantId?: number },
): Promise<Prestation[]> {
  const files = await selectBetween(db, span, who);
  return files.map((file) => presentPrestation(file, ctx));
}
