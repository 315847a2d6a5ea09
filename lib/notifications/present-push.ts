import { createHash } from "node:crypto";
import type { PushRow } from "./push-store";
import type { Appareil } from "./schemas-push";

/** A browser as its owner sees it; its address and keys are told to nobody. */
export const presentAppareil = ({ id, adresse, appareil, creeLe, dernierSuccesLe }: PushRow): Appareil => ({
  id,
  appareil,
  cree_le: creeLe.toISOString(),
  dernier_succes_le: dernierSuccesLe?.toISOString() ?? null,
  empreinte: createHash("sha256").update(adresse).digest("base64url"),
});
