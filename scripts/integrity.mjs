// npm run integrity: checks that nothing was altered, in the database of npm start or the one of DATABASE_URL.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("run-program.ts", ["integrity"]);
