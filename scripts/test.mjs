// npm test: every check and every test, from a fresh clone on.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("test.ts");
