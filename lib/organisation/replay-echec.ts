import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { lockEchecs } from "./echec-store";
import { fileOf } from "./present-echec";
import { resendEchecs } from "./resend-echecs";
import { byEchec } from "./schemas-echec";

/** Sends one failed job back to its queue. Throws `notFound` once it was replayed or abandoned. */
export const replayEchec = command({
  name: "echec.rejouer",
  input: byEchec,
  run: async ({ db, input, ctx }) => {
    const rows = await lockEchecs(db, input);
    const row = rows[0];
    if (!row) throw new Refused("notFound");
    const file = fileOf(row);
    const rejoues = await resendEchecs(db, file, rows, ctx.now);
    return { change: { objet: { type: "echec", id: row.id }, data: { file } }, result: { file, rejoues } };
  },
});
