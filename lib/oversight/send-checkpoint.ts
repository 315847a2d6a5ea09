import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { tellAuditeurs } from "@/lib/notifications/tell-auditeurs";
import { lastCheckpoint } from "./checkpoint-store";

/** Days of the log are days in Paris: one clock for the whole organisation's trail. */
const ZONE = "Europe/Paris";

/**
 * Daily: sends the newest signed checkpoint to every auditeur. In their mailbox it is out of the reach of whoever has the
 * database: nothing before it can be changed unseen any more. One a day each, however often this runs.
 */
export const sendCheckpoint = command({
  name: "audit.sendCheckpoint",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const point = await lastCheckpoint(db);
    if (!point) return { change: [], result: { envoyes: 0, taille: 0 } };
    // On a line of its own, so that it can be copied whole.
    const faits = { point: `\n${point.texte}` };
    const cle = `journal:${civilDay(ctx.now, ZONE)}`;
    const envoyes = await tellAuditeurs(db, ctx, {
      page: "/audit/verification",
      gabarit: "logCheckpoint",
      faits,
      cle,
    });
    const { taille } = point;
    return {
      change: { objet: { type: "audit", id: "checkpoint" }, data: { taille, envoyes } },
      result: { envoyes, taille },
    };
  },
});
