import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Db, Queryable } from "@/db/client";
import { database, logConnection } from "@/db/client";
import { deadLetterOf, type QueueName } from "@/db/queues";
import type { groupements, typesRapport } from "@/db/states";

/** What each job is told: ids only, since the queue is readable by operators. */
export type JobData = {
  "reservation.expire": Record<string, never>;
  "devis.expire": Record<string, never>;
  "facture.render": { facture_id: number };
  "courriel.purge": Record<string, never>;
  "notification.remind": Record<string, never>;
  "alerte.raise": Record<string, never>;
  "courriel.send": { courriel_id: number };
  "notification.create": {
    type: string;
    objet_id: number;
    acteur_id: number | null;
    /** Who had the visit before, when it changed hands. */
    ancien_intervenant_id?: number;
    /** The one person told, when an event is told to many, each their own part of it. */
    pour_client_id?: number;
    pour_intervenant_id?: number;
    /** Names the event when more than one job may speak of it. */
    cle?: string;
  };
  /** Without a notice: a test. */
  "push.send": { abonnement_id: number; notification_id: number | null };
  "idempotence.purge": Record<string, never>;
  "serie.generate": Record<string, never>;
  "optimisation.run": { tache_id: number; demande: { agence_id: number; semaine: string } };
  "optimisation.apply": { tache_id: number; choix: { prestation_id: number; intervenant_id: number }[] };
  "rapport.run": {
    tache_id: number;
    demande: {
      type: (typeof typesRapport)[number];
      du?: string;
      au: string;
      agence_id?: number;
      grouper_par?: (typeof groupements)[number];
    };
  };
  "rapport.purge": Record<string, never>;
  "integrite.run": { tache_id: number; execution_id: number };
  "programmation.run": Record<string, never>;
  "import.run": {
    tache_id: number;
    type: "client" | "intervenant" | "prestation";
    essai: boolean;
    /** Our column → the file's heading. */
    correspondance: Record<string, string>;
    agence_id?: number;
  };
  /** `tentative`: how many were made before; a job that another one overtook does nothing. */
  "livraison.send": { livraison_id: number; tentative: number };
  "livraison.purge": Record<string, never>;
  /** `prevue`: by the clock; people then have thirty days more. */
  "conservation.run": { tache_id: number; prevue: boolean };
  "conservation.plan": Record<string, never>;
  "effacement.write": Record<string, never>;
  "incident.remind": Record<string, never>;
  "audit.sendCheckpoint": Record<string, never>;
  "plugin.tell": { nom: string; evenement_id: string; type: string; objet_id: number; survenu_le: string };
};

const shared = globalThis as typeof globalThis & { dihyaBoss?: Promise<PgBoss> };

/**
 * A sender that always writes through the caller's transaction. What it reads for itself (its version, its queues) goes
 * past the pool: callers hold that pool's connections while they wait for it, and would wait for ever.
 */
function sender(): Promise<PgBoss> {
  shared.dihyaBoss ??= startSender(logConnection(database()));
  return shared.dihyaBoss;
}

async function startSender(db: Db): Promise<PgBoss> {
  const boss = new PgBoss({ db: fromDrizzle(db, sql), migrate: false, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  return boss;
}

/** Writes a job row in the caller's transaction: it exists exactly when the change that caused it does. */
export async function enqueue<N extends QueueName>(
  tx: Queryable,
  name: N,
  data: JobData[N],
  options: { startAfter?: Date; singletonKey?: string } = {},
): Promise<void> {
  const boss = await sender();
  await boss.send(name, data, { ...options, db: fromDrizzle(tx, sql) });
}

/** Sends dead letters of a queue back to it as fresh jobs, in the caller's transaction; how many went. */
export async function resend(tx: Queryable, name: QueueName, ids: string[]): Promise<number> {
  const boss = await sender();
  return boss.redrive(deadLetterOf(name), { destination: name, ids, db: fromDrizzle(tx, sql) });
}
