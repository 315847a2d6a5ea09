import { and, eq, lt } from "drizzle-orm";
import ipaddr from "ipaddr.js";
import type { Queryable } from "@/db/client";
import { sessions } from "@/db/schema/comptes";
import { seal } from "./sealed";

export type Origine = { appareil: string; reseau: string };
type Begun = {
  sid: string;
  utilisateurId: number;
  type: "navigateur" | "jeton";
  /** User-Agent; its owner must recognise it, so all of it that fits is kept. */
  agent?: string;
  ip?: string;
  expireLe: Date;
  now: Date;
};

const AGENT_CHARS = 300;

/** Notes a session that has begun, so that its owner sees it among the others. */
export async function noteSession(db: Queryable, { agent, ip, now, ...session }: Begun): Promise<void> {
  const origine: Origine = { appareil: (agent ?? "").slice(0, AGENT_CHARS), reseau: networkPrefix(ip) };
  const sealed = seal(JSON.stringify(origine), originPurpose(session.sid));
  await db
    .insert(sessions)
    .values({ ...session, origine: sealed, vuLe: now, creeLe: now })
    .onConflictDoNothing();
}

export const originPurpose = (sid: string): string => `session:${sid}`;

/** Where from, roughly: the first three numbers of an IPv4 address, three groups of an IPv6 one; this machine whole. */
export function networkPrefix(ip: string | undefined): string {
  const plain = ip?.split("/")[0] ?? "";
  if (!ipaddr.isValid(plain)) return "";
  const address = ipaddr.process(plain);
  if (address.range() === "loopback") return "127.0.0.1";
  return address.kind() === "ipv4"
    ? `${address.toByteArray().slice(0, 3).join(".")}.x`
    : `${address.toNormalizedString().split(":").slice(0, 3).join(":")}::`;
}

const SEEN_MS = 300_000;
const touched = new Map<string, number>();

/** Notes that a session is in use, every five minutes at most. */
export async function touchSession(db: Queryable, sid: string, nowMs = Date.now()): Promise<void> {
  if ((touched.get(sid) ?? 0) > nowMs - SEEN_MS) return;
  if (touched.size > 10_000) touched.clear();
  touched.set(sid, nowMs);
  const now = new Date(nowMs);
  await db
    .update(sessions)
    .set({ vuLe: now })
    .where(and(eq(sessions.sid, sid), lt(sessions.vuLe, new Date(nowMs - SEEN_MS))));
}
