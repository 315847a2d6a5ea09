// npm run dev: the sources, served while they change, on a database of their own.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("dev.ts");
