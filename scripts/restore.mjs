// npm run restore -- file.donnees [file.cles]: puts a backup in the place of the database, while the product is stopped.
import { underPinnedNode } from "./prepare.mjs";

await underPinnedNode("restore.ts");
