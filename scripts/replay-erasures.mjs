// npm run rgpd:replay: erases anew whom the ledger of erasures knows and the restored database does not.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("run-program.ts", ["replay-erasures", "--verbose"]);
