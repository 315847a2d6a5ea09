// npm run keys:rotate [-- --forget-old]: a new key wraps everybody's keys, while the product runs.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("run-program.ts", ["rotate-keys", ...process.argv.slice(2)]);
