import type { Tx } from "@/db/client";
import type { QueueName } from "@/db/queues";
import { resend } from "@/lib/foundation/jobs";
import { reopenTaches } from "@/lib/foundation/taches";
import { reopenCourriels } from "./courriel-store";
import type { EchecRow } from "./echec-store";
import { told } from "./present-echec";

/** Opens again what the jobs gave up, then sends the jobs back to their queue; how many went. */
export async function resendEchecs(tx: Tx, file: QueueName, rows: EchecRow[], now: Date): Promise<number> {
  if (rows.length === 0) return 0;
  const numbers = (key: "tache_id" | "courriel_id") =>
    rows.map((row) => told(row, key)).filter((value) => value !== null);
  const [taches, courriels] = [numbers("tache_id"), numbers("courriel_id")];
  if (taches.length > 0) await reopenTaches(tx, taches, now);
  if (file === "courriel.send" && courriels.length > 0) await reopenCourriels(tx, courriels);
  return resend(
    tx,
    file,
    rows.map(({ id }) => id),
  );
}
