// Starts, or adopts, the development database in the background and prints its address.
// npx node scripts/postgres/dev.mjs [--stop]
import { join } from "node:path";
import { dataHome, root } from "../home.ts";
import { reportAndExit } from "../launch-error.ts";
import { loadSecrets } from "../secrets.ts";
import { livePostmaster, stopPostmaster } from "./postmaster.ts";
import { ensureDatabase, startServer } from "./server.ts";

try {
  const home = dataHome(join(root, ".dihya", "dev"));
  const dataFolder = join(home, "postgres");
  if (process.argv.includes("--stop")) {
    const running = livePostmaster(dataFolder);
    if (running) await stopPostmaster(running.pid);
  } else {
    const password = loadSecrets(home).DIHYA_POSTGRES_PASSWORD;
    const port = Number(process.env.DIHYA_POSTGRES_PORT || 0);
    const server = await startServer({ dataFolder, password, port, durable: false });
    await ensureDatabase(server, "dihya");
    console.log(server.url("dihya"));
  }
} catch (error) {
  reportAndExit(error);
}
