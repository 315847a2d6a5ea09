// The product as a user starts it, on a port and in a data folder that hold nothing from an earlier run.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataHome, root } from "../home.ts";
import { livePostmaster, stopPostmaster } from "../postgres/postmaster.ts";
import { underPinnedNode } from "../prepare.mjs";
import { loadSecrets } from "../secrets.ts";

const home = process.env.DIHYA_HOME;
if (!home?.startsWith(join(root, ".dihya", "e2e-"))) throw new Error("DIHYA_HOME is not a test folder");

const leftOver = livePostmaster(join(home, "postgres"));
if (leftOver) await stopPostmaster(leftOver.pid);
if (existsSync(home)) rmSync(home, { recursive: true, force: true });

// The key is part of the build: with the installation's own, its build serves the tests too.
delete process.env.DIHYA_HOME;
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= loadSecrets(dataHome()).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
process.env.DIHYA_HOME = home;
// Tests and measurements send more than anybody may.
for (const by of ["ACCOUNT", "ADDRESS", "GUEST"]) process.env[`DIHYA_LIMIT_${by}`] ??= "1000000000";
delete process.env.DATABASE_URL;
await underPinnedNode("launch.ts", []);
