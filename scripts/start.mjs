// npm start: installs, builds, starts the database, the web processes and the worker.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("launch.ts");
