// npm run worker: one more worker, for the database of npm start or the one of DATABASE_URL.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("run-worker.ts");
