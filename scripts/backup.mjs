// npm run backup [-- folder]: writes the database into two sealed files, while the product runs.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("run-program.ts", ["backup", ...process.argv.slice(2)]);
