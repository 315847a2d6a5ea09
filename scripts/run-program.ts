import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "./home.ts";
import { reportAndExit } from "./launch-error.ts";
import { programEnvironment } from "./program-environment.ts";

/** Runs one program of `server/` on the database of `npm start` (or DATABASE_URL), with the installation's secrets. */
const [name = "", ...args] = process.argv.slice(2);
try {
  const program = fork(join(root, "dist", `${name}.mjs`), args, {
    cwd: root,
    execArgv: ["--enable-source-maps"],
    env: await programEnvironment(),
  });
  const [code] = await once(program, "exit");
  process.exitCode = code ?? 1;
} catch (error) {
  reportAndExit(error);
}
