import { command } from "@/lib/foundation/operation";
import { lockEchecs } from "./echec-store";
import { resendEchecs } from "./resend-echecs";
import { byFile } from "./schemas-echec";

/** Sends a queue's failed jobs back to it, oldest first, a bounded number at a time. */
export const replayFile = command({
  name: "echec.rejouerFile",
  input: byFile,
  run: async ({ db, input: { file }, ctx }) => {
    const rejoues = await resendEchecs(db, file, await lockEchecs(db, { file }), ctx.now);
    return { change: { objet: { type: "file", id: file }, data: { rejoues } }, result: { file, rejoues } };
  },
});
