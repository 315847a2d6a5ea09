import type { QueueName } from "@/db/queues";
import { expireDevis } from "@/lib/factures/expire-devis";
import { renderStoredFacture } from "@/lib/factures/render-facture";
import type { Context } from "@/lib/foundation/context";
import type { JobData } from "@/lib/foundation/jobs";
import { runApplication } from "@/lib/ia/apply-optimisation";
import { runOptimisation } from "@/lib/ia/optimise-planning";
import { remindIncidents } from "@/lib/incidents/remind-incidents";
import { runIntegrite } from "@/lib/integrite/execute-integrite";
import { runImport } from "@/lib/interop/execute-import";
import { purgeLivraisons } from "@/lib/interop/purge-livraisons";
import { sendLivraison } from "@/lib/interop/send-livraison";
import { tellPlugin } from "@/lib/interop/tell-plugin";
import { createNotification } from "@/lib/notifications/create-notification";
import { raiseAlertes } from "@/lib/notifications/raise-alertes";
import { remind } from "@/lib/notifications/remind";
import { sendPush } from "@/lib/notifications/send-push";
import { purge } from "@/lib/organisation/purge";
import { purgeCourriels } from "@/lib/organisation/purge-courriels";
import { sendCourriel } from "@/lib/organisation/send-courriel";
import { sendCheckpoint } from "@/lib/oversight/send-checkpoint";
import { generateSeries } from "@/lib/plannings/series/generate-series";
import { runAskedRapport } from "@/lib/rapports/create-rapport";
import { purgeRapports } from "@/lib/rapports/purge-rapports";
import { runProgrammations } from "@/lib/rapports/run-programmations";
import { expireReservations } from "@/lib/reservations/expire-reservations";
import { planConservation } from "@/lib/rgpd/conservation/plan-conservation";
import { runConservation } from "@/lib/rgpd/conservation/run-conservation";
import { writeEffacements } from "@/lib/rgpd/ledger/write-effacements";

type Handlers = { [N in QueueName]: (ctx: Context, data: JobData[N]) => Promise<unknown> };

/** Job name → operation: the worker's door. Every handler may run twice with the same effect as once. */
export const handlers: Partial<Handlers> = {
  "alerte.raise": raiseAlertes,
  "courriel.purge": purgeCourriels,
  "courriel.send": sendCourriel,
  "devis.expire": expireDevis,
  "facture.render": renderStoredFacture,
  "idempotence.purge": purge,
  "import.run": runImport,
  "conservation.plan": planConservation,
  "conservation.run": runConservation,
  "effacement.write": writeEffacements,
  "audit.sendCheckpoint": sendCheckpoint,
  "incident.remind": remindIncidents,
  "integrite.run": runIntegrite,
  "livraison.purge": purgeLivraisons,
  "livraison.send": sendLivraison,
  "notification.create": createNotification,
  "plugin.tell": tellPlugin,
  "programmation.run": runAllProgrammations,
  "notification.remind": remindAll,
  "push.send": sendPush,
  "rapport.purge": purgeAllRapports,
  "optimisation.run": runOptimisation,
  "optimisation.apply": runApplication,
  "rapport.run": runAskedRapport,
  "reservation.expire": expireAll,
  "serie.generate": generateAll,
};

/** A bounded transaction at a time, until nothing is left to free. */
async function expireAll(ctx: Context): Promise<void> {
  let apres: number | null = 0;
  while (apres !== null) apres = (await expireReservations(ctx, { apres })).suite;
}

async function generateAll(ctx: Context): Promise<void> {
  let apres: number | null = 0;
  while (apres !== null) apres = (await generateSeries(ctx, { apres })).suite;
}

async function purgeAllRapports(ctx: Context): Promise<void> {
  while ((await purgeRapports(ctx, {})) > 0);
}

async function runAllProgrammations(ctx: Context): Promise<void> {
  let apres: number | null = 0;
  while (apres !== null) apres = (await runProgrammations(ctx, { apres })).suite;
}

async function remindAll(ctx: Context): Promise<void> {
  while ((await remind(ctx, {})).annoncees > 0);
}
