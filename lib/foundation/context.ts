import type { Db } from "@/db/client";
import type { langues, roles } from "@/db/states";

export type Locale = (typeof langues)[number];
export type Role = (typeof roles)[number];
/** A guest has no account; `system` is the worker. */
export type ActorRole = Role | "guest" | "system";

export type Actor = {
  type: "user" | "guest" | "job";
  /** utilisateurs.id; null for a guest or a job. */
  id: number | null;
  role: ActorRole;
  /** Agencies of a gestionnaire, an intervenant or a client. */
  agenceIds: readonly number[];
  clientId: number | null;
  intervenantId: number | null;
};

/** What every operation is told about its caller and its moment. Nothing else is ambient. */
export type Context = {
  actor: Actor;
  db: Db;
  requestId: string;
  now: Date;
  locale: Locale;
  /** Network address of the caller, for rate limits; absent for jobs. */
  ip?: string;
  /** The caller's Idempotency-Key: a command under it happens once. */
  idempotence?: { cle: string; empreinte: string };
};

export const guest: Actor = {
  type: "guest",
  id: null,
  role: "guest",
  agenceIds: [],
  clientId: null,
  intervenantId: null,
};

export const system: Actor = { ...guest, type: "job", role: "system" };
