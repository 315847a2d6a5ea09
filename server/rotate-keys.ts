import { randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { system } from "@/lib/foundation/context";
import { rotateKeys } from "@/lib/organisation/rotate-keys";

/** Wraps everybody's keys anew under a new wrapping key, while the product runs. */
const done = await rotateKeys(
  {
    actor: system,
    db: database(),
    requestId: randomUUID(),
    now: new Date(),
    locale: "fr",
    tache: {
      id: 0,
      progress: async (done, total) => console.error(`${done} of ${total} keys`),
      finish: async () => {},
    },
  },
  { oublier: process.argv.includes("--forget-old") },
);
console.log(
  `${done.cle} is in use; ${done.reenveloppees} keys were wrapped anew, ${done.oubliees} old wrapping keys forgotten.`,
);
if (done.oubliees === 0) console.log("The old wrapping keys stay: backups made before now need them.");
await closeDatabase();
process.exit(0);
