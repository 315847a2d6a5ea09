import type { Context } from "@/lib/foundation/context";
import type { SessionShape } from "./schemas";
import type { OpenSession } from "./session-store";

export function presentSession(row: OpenSession, { session }: Context): SessionShape {
  return {
    id: row.sid,
    type: row.type,
    appareil: row.appareil,
    reseau: row.reseau,
    ouverte_le: row.creeLe.toISOString(),
    vue_le: row.vuLe.toISOString(),
    expire_le: row.expireLe.toISOString(),
    courante: row.sid === session?.sid,
  };
}
