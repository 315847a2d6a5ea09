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

/** Columns of `audit_append`, in its order, with their types. */
const columns = [
  "flux text",
  "debut text",
  "milieu text",
  "fin text",
  "uid uuid",
  "horodatage timestamptz",
  "acteur_type text",
  "acteur_id integer",
  "role text",
  "action text",
  "objet_type text",
  "objet_id text",
  "resultat text",
  "requete text",
  "agence_id integer",
] as const;

/** One line as `audit_append` takes it: the parts of the hashed text, and the columns beside it. */
export type AuditLine = Record<string, string | number | null> & { flux: string };

/**
 * The line of one entry. The hashed text is canonical JSON whose keys stand in RFC 8785 order: act, actor, data, id,
 * pd, prev, req, res, seq, stream, ts, v.
 */
export function lineOf(ctx: Context, entry: AuditEntry): AuditLine {
  const uid = randomUUID();
  const instant = ctx.now.toISOString().replace("Z", "000Z");
  const { actor } = ctx;
  const objetId = String(entry.objet.id);
  const flux = entry.flux ?? `${entry.objet.type}:${objetId}`;
  // A key acts for an account: the line says which of the two it was.
  const key = actor.cle ? { cle: actor.cle.id } : {};
  const refusal = entry.resultat === "refused" ? { refused: true } : {};
  const debut = [
    `{"act":${canonicalJson(entry.action)}`,
    `"actor":${canonicalJson({ t: actor.type, id: actor.id, role: actor.role })}`,
    `"data":${canonicalJson({ ...entry.data, ...refusal, ...key })}`,
    `"id":"${uid}"`,
    `"pd":null`,
    `"prev":"`,
  ].join(",");
  const res = { t: entry.objet.type, id: objetId, ver: entry.objet.version ?? null };
  return {
    flux,
    debut,
    milieu: `","req":${canonicalJson(ctx.requestId)},"res":${canonicalJson(res)},"seq":`,
    fin: `,"stream":${canonicalJson(flux)},"ts":"${instant}","v":1}`,
    uid,
    horodatage: instant,
    acteur_type: actor.type,
    acteur_id: actor.id,
    role: actor.role,
    action: entry.action,
    objet_type: entry.objet.type,
    objet_id: objetId,
    resultat: entry.resultat,
    requete: ctx.requestId,
    agence_id: entry.agenceId ?? null,
  };
}

const append = sql.raw(`select audit_append(${columns.map((one) => `l.${one.split(" ")[0]}`).join(", ")})
  from json_to_recordset(`);
const recordset = sql.raw(`::json) as l(${columns.join(", ")})`);

/** Adds lines to the chains of their streams in one round trip, streams in sorted order so that two never wait for each other. */
export async function appendLines(tx: Queryable, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  const sorted = [...lines].sort((a, b) => (a.flux < b.flux ? -1 : Number(a.flux > b.flux)));
  await tx.execute(sql`${append}${JSON.stringify(sorted)}${recordset}`);
}

/** Adds one entry to the chain of its stream, in the caller's transaction. */
export const appendAudit = (tx: Queryable, ctx: Context, entry: AuditEntry): Promise<void> =>
  appendLines(tx, [lineOf(ctx, entry)]);

/** Several entries of one act, in the caller's transaction. */
export const appendAll = (tx: Queryable, ctx: Context, entries: readonly AuditEntry[]): Promise<void> =>
  appendLines(
    tx,
    entries.map((entry) => lineOf(ctx, entry)),
  );
