import { join } from "node:path";
import { LaunchError } from "./launch-error.ts";
import { owner } from "./postgres/initialise.ts";
import { livePostmaster } from "./postgres/postmaster.ts";

/** The address of the embedded database that `npm start` keeps running. Throws when none is. */
export function embeddedUrl(home: string, password: string): string {
  const running = livePostmaster(join(home, "postgres"));
  if (running) return `postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${running.port}/dihya`;
  throw new LaunchError("no database: run npm start first, or set DATABASE_URL.");
}
