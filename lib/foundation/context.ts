import type { Db, Tx } from "@/db/client";
import type { langues, Portee, roles } from "@/db/states";

export type Locale = (typeof langues)[number];
export type Role = (typeof roles)[number];
/** A guest has no account; `system` is the worker. */
export type ActorRole = Role | "guest" | "system";

export type Session = { sid: string; authentifieLe: Date };

export type Actor = {
  type: "user" | "key" | "guest" | "job";
  /** utilisateurs.id; for a key, the account that made it; null for a guest or a job. */
  id: number | null;
  role: ActorRole;
  /** Agencies of a gestionnaire, an intervenant or a client. */
  agenceIds: readonly number[];
  clientId: number | null;
  intervenantId: number | null;
  /** Must enrol a second factor before anything else; see second-factor.ts. */
  enrolement?: true;
  /** The partner key that acts for the account, and what it was opened for. */
  cle?: { id: number; portees: readonly Portee[] };
};

/** How long work that runs speaks of itself; see `lib/foundation/taches.ts`. */
export type RunningTache = {
  id: number;
  /** Says that `done` of `total` are behind, at once visible to everyone. Throws `taskCancelled` once it was cancelled. */
  progress: (done: number, total: number) => Promise<void>;
  /** Ends the work with its result in the transaction of its effect: both happen once, or neither. */
  finish: (tx: Tx, resultat: unknown) => Promise<void>;
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
  /** What the caller's program says it is (User-Agent). */
  agent?: string;
  /** The session or token by which a person calls, and when they last proved who they are. */
  session?: Session;
  /** The caller's Idempotency-Key: a command under it happens once. */
  idempotence?: { cle: string; empreinte: string };
  /** A job's last try: what fails now is not tried again by itself. */
  lastAttempt?: boolean;
  /** The long work that runs: where it says how far it is, and ends. */
  tache?: RunningTache;
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
