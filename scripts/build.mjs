// npm run build: pages and server programs, when the sources changed since the last build.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("build.ts");
