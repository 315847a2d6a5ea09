import type { QueueName } from "@/db/queues";
import { renderStoredFacture } from "@/lib/factures/render-facture";
import type { Context } from "@/lib/foundation/context";
import type { JobData } from "@/lib/foundation/jobs";

type Handlers = { [N in QueueName]: (ctx: Context, data: JobData[N]) => Promise<unknown> };

/** Job name → operation: the worker's door. Every handler may run twice with the same effect as once. */
export const handlers: Partial<Handlers> = {
  "facture.render": renderStoredFacture,
};
