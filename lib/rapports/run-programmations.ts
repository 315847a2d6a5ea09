import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { command } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { queueCourriel } from "@/lib/organisation/courriel/queue-courriel";
import { lastPeriode, type Periode } from "./periode";
import { lockNext, notePeriode, type ProgrammationRow, selectStaff } from "./programmation-store";
import { insertRapport } from "./rapport-store";
import { runRapport } from "./run-rapport";

const AT_ONCE = 20;

/**
 * Hourly: runs the reports whose week or month has ended and tells their readers where to open them; a bounded number
 * in one transaction, `suite` is where to go on. One period goes out once: the schedule notes it with the report, and
 * each e-mail has its name. A reader who has left the staff receives nothing.
 */
export const runProgrammations = command({
  name: "programmation.run",
  input: z.object({ apres: z.number().int().nonnegative() }),
  run: async ({ db, input, ctx }) => {
    const rows = await lockNext(db, input.apres, AT_ONCE);
    const sent: { id: number; agenceId: number; rapport: number; periode: string }[] = [];
    for (const row of rows) {
      const periode = lastPeriode(row.frequence, ctx.now, row.fuseau);
      if (periode.cle <= row.dernierePeriode) continue;
      sent.push({
        id: row.id,
        agenceId: row.agenceId,
        rapport: await send(db, ctx, row, periode),
        periode: periode.cle,
      });
    }
    return {
      change: sent.map(({ id, agenceId, ...data }) => ({
        objet: { type: "programmation", id },
        agenceId,
        data,
      })),
      result: { suite: rows.length === AT_ONCE ? (rows.at(-1)?.id ?? null) : null },
    };
  },
});

async function send(
  db: Tx,
  ctx: Context,
  row: ProgrammationRow,
  { cle, au, ...span }: Periode,
): Promise<number> {
  const du = row.type === "creances" ? null : span.du;
  const { type, grouperPar, agenceId } = row;
  const contenu = await runRapport(db, type, { agenceIds: [agenceId], du, au, now: ctx.now, grouperPar });
  const keptDays = (await parametresOf(db)).of("conservation.rapports");
  const id = await insertRapport(db, {
    type,
    du,
    au,
    agenceId,
    agenceIds: [agenceId],
    grouperPar,
    contenu,
    programmationId: row.id,
    expireLe: new Date(ctx.now.getTime() + keptDays * 86_400_000),
    creeLe: ctx.now,
  });
  await notePeriode(db, row.id, cle);
  for (const reader of await selectStaff(db, agenceId, row.destinataires))
    await queueCourriel(db, ctx, {
      to: reader.email,
      langue: reader.langue,
      gabarit: "reportReady",
      params: { prenom: reader.prenom, page: `/gestion/rapports/${id}` },
      cle: `rapport:${row.id}:${cle}:${reader.id}`,
    });
  return id;
}
