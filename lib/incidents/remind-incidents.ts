import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { command } from "@/lib/foundation/operation";
import { formatDateTime } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translate";
import { type Admin, tellAdmins } from "@/lib/notifications/tell-admins";
import { type Delai, delaisOf, missing } from "./incident";
import { homeZone, openIncidents } from "./incident-store";

const MOST_AT_ONCE = 200;

/**
 * Every ten minutes: tells each admin, by notice and by e-mail, of a clock that is about to end, and once more when it
 * has ended. Each of the two is told once, however often this runs.
 */
export const remindIncidents = command({
  name: "incident.remind",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const [open, zone] = await Promise.all([openIncidents(db, MOST_AT_ONCE), homeZone(db)]);
    const changes = [];
    let avises = 0;
    for (const { incident, etapes } of open)
      for (const clock of missing(delaisOf(incident, etapes, ctx.now))) {
        if (clock.etat === "a_faire") continue;
        const told = await tell(db, ctx, { id: incident.id, clock, zone });
        avises += told;
        const data = { delai: clock.nom, etat: clock.etat, avises: told };
        if (told > 0) changes.push({ objet: { type: "incident", id: incident.id }, data });
      }
    return { change: changes, result: { avises } };
  },
});

function tell(
  tx: Tx,
  ctx: Context,
  { id, clock, zone }: { id: number; clock: Delai; zone: string },
): Promise<number> {
  const late = clock.etat === "depasse";
  const faits = ({ langue }: Admin) => ({
    numero: String(id),
    etape: translator(langue, "incidents")(`etapes.${clock.nom}`),
    limite: formatDateTime(clock.echeance, { locale: langue, timeZone: zone }),
  });
  return tellAdmins(tx, ctx, {
    type: late ? "incident.depasse" : "incident.delai",
    donnees: { incident_id: id, date: clock.echeance.toISOString(), fuseau: zone },
    lien: `/admin/incidents/${id}`,
    gabarit: late ? "incidentLate" : "incidentDue",
    faits,
    // A clock that moved (a correction, a notification sent) is another one.
    cle: `incident:${id}:${clock.nom}:${clock.echeance.getTime()}:${late ? "depasse" : "bientot"}`,
  });
}
