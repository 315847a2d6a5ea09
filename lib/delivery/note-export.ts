import { appendAudit } from "@/lib/foundation/audit/append";
import type { Context } from "@/lib/foundation/context";
import { requireRecentForFile } from "@/lib/foundation/step-up";

/** A list that leaves as a file is an export: a fact for the log, of the API and of the screens alike. */
export async function noteExport(ctx: Context, operation: string, lignes: number): Promise<void> {
  if (ctx.actor.id === null) return;
  await requireRecentForFile(ctx, operation);
  const objet = { type: operation.split(".")[0] ?? operation, id: "-" };
  const data = { format: "csv", lignes };
  await appendAudit(ctx.db, ctx, { action: operation, objet, resultat: "ok", data });
}
