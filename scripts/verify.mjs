// npm run verify: every check that takes seconds and needs no database.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("verify.ts");
