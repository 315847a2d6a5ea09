import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { canonicalJson } from "../canonical";
import type { Context } from "../context";

/** One fact for the log. `data` holds ids, codes and civil values, never a name, a contact or free text. */
export type AuditEntry = {
  action: string;
  objet: { type: string; id: number | string; version?: number };
  resultat: "ok" | "refused";
  agenceId?: number | null;
  data?: Record<string, unknown>;
  /** Stream when it is not the object's own, e.g. refusals. */
  flux?: string;
};

/**
 * Adds one entry to the chain of its stream, in the caller's transaction. The hashed text is canonical JSON whose
 * keys stand in RFC 8785 order: act, actor, data, id, pd, prev, req, res, seq, stream, ts, v.
 */
export async function appendAudit(tx: Queryable, ctx: Context, entry: AuditEntry): Promise<void> {
  const uid = randomUUID();
  const instant = ctx.now.toISOString().replace("Z", "000Z");
  const { actor } = ctx;
  const objetId = String(entry.objet.id);
  const flux = entry.flux ?? `${entry.objet.type}:${objetId}`;
  const refusal = entry.resultat === "refused" ? { refused: true } : {};
  const debut = [
    `{"act":${canonicalJson(entry.action)}`,
    `"actor":${canonicalJson({ t: actor.type, id: actor.id, role: actor.role })}`,
    `"data":${canonicalJson({ ...entry.data, ...refusal })}`,
    `"id":"${uid}"`,
    `"pd":null`,
    `"prev":"`,
  ].join(",");
  const res = { t: entry.objet.type, id: objetId, ver: entry.objet.version ?? null };
  const milieu = `","req":${canonicalJson(ctx.requestId)},"res":${canonicalJson(res)},"seq":`;
  const fin = `,"stream":${canonicalJson(flux)},"ts":"${instant}","v":1}`;
  await tx.execute(sql`select audit_append(${flux}, ${debut}, ${milieu}, ${fin}, ${uid}::uuid,
    ${instant}::timestamptz, ${actor.type}, ${actor.id}::integer, ${actor.role}, ${entry.action},
    ${entry.objet.type}, ${objetId}, ${entry.resultat}, ${ctx.requestId}, ${entry.agenceId ?? null}::integer)`);
}

/** Several entries, streams in sorted order so that two transactions never wait for each other. */
export async function appendAll(tx: Queryable, ctx: Context, entries: readonly AuditEntry[]): Promise<void> {
  const key = (entry: AuditEntry) => entry.flux ?? `${entry.objet.type}:${entry.objet.id}`;
  for (const entry of [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1)))
    await appendAudit(tx, ctx, entry);
}
