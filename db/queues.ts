/** Names of the job queues and how often each is retried; data only, created while migrating. */
export const queues = {
  "reservation.expire": { retryLimit: 5 },
  "devis.expire": { retryLimit: 2 },
  "facture.render": { retryLimit: 5 },
  "courriel.send": { retryLimit: 8 },
  "courriel.purge": { retryLimit: 2 },
  "notification.create": { retryLimit: 5 },
  "notification.remind": { retryLimit: 2 },
  "push.send": { retryLimit: 6, expireInSeconds: 60 },
  "alerte.raise": { retryLimit: 2 },
  "idempotence.purge": { retryLimit: 2 },
  "serie.generate": { retryLimit: 2 },
  "import.run": { retryLimit: 2 },
  "optimisation.run": { retryLimit: 2 },
  "optimisation.apply": { retryLimit: 2 },
  "rapport.run": { retryLimit: 2 },
  "rapport.purge": { retryLimit: 2 },
  "programmation.run": { retryLimit: 2 },
  // A try is over in seconds: a worker that died during one is noticed soon, and the message sent again.
  "integrite.run": { retryLimit: 1, expireInSeconds: 3600 },
  "livraison.send": { retryLimit: 5, expireInSeconds: 60 },
  "livraison.purge": { retryLimit: 2 },
  "conservation.run": { retryLimit: 1, expireInSeconds: 3600 },
  "conservation.plan": { retryLimit: 2 },
  "effacement.write": { retryLimit: 12 },
  "incident.remind": { retryLimit: 2 },
  "audit.sendCheckpoint": { retryLimit: 3 },
  "plugin.tell": { retryLimit: 5, expireInSeconds: 60 },
} as const satisfies Record<string, { retryLimit: number; expireInSeconds?: number }>;

export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as [QueueName, ...QueueName[]];

/** How many jobs of a queue one worker runs beside each other, where it is not one: they wait for others' servers. */
export const atOnce: Partial<Record<QueueName, number>> = {
  "courriel.send": 2,
  "livraison.send": 4,
  "plugin.tell": 2,
  "push.send": 4,
};

/** What a queue does unless it says otherwise: seconds, each wait about twice the one before. */
export const queueDefaults = { retryBackoff: true, retryDelay: 2, expireInSeconds: 900 };

/** Where a queue's jobs go once all their tries are used up, until somebody replays or abandons them. */
export const deadLetterOf = (name: QueueName) => `${name}.dead`;
export const DEAD_LETTER_KEPT_SECONDS = 90 * 86_400;

/** Queues that run by the clock (cron, UTC). */
export const schedules: Partial<Record<QueueName, string>> = {
  "reservation.expire": "*/5 * * * *",
  "devis.expire": "7 * * * *",
  "idempotence.purge": "17 * * * *",
  "serie.generate": "11 2 * * *",
  "courriel.purge": "23 3 * * *",
  "notification.remind": "*/15 * * * *",
  "alerte.raise": "*/5 * * * *",
  "rapport.purge": "41 3 * * *",
  "programmation.run": "7 * * * *",
  "livraison.purge": "41 2 * * *",
  "conservation.plan": "53 2 * * *",
  "effacement.write": "29 * * * *",
  "incident.remind": "*/10 * * * *",
  "audit.sendCheckpoint": "37 4 * * *",
};
