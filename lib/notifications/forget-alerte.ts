import type { Tx } from "@/db/client";
import { deleteAlerte, type TypeAlerte } from "./alerte-store";

/** Takes an alert back as if it had never been raised: what it was about changed, and may call for a new one. */
export const forgetAlerte = (tx: Tx, type: TypeAlerte, objetId: number): Promise<void> =>
  deleteAlerte(tx, type, objetId);
