import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { secondsFacteurs } from "@/db/schema/comptes";
import { intervenants } from "@/db/schema/intervenants";
import { utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { opened, toOpen } from "@/db/vault/open";
import type { Actor, Locale, Session } from "./context";
import { parametresOf } from "./read-parametres";
import { mustHaveSecondFactor } from "./second-factor";

export type Account = {
  actor: Actor;
  langue: Locale;
  nom: string;
  email: string;
  versionJeton: number;
  /** By which it came in; absent for a partner key. */
  session?: Session;
};

/** How long a process may believe what it last read of an account: a disabled person is out within this. */
const BELIEF_MS = 30_000;
const believed = new Map<string, { account: Account | null; until: number }>();

/**
 * The account behind a session or token, or null when it is disabled or its sessions were ended
 * (`versionJeton` differs). Read from the database at most every 30 s per process and account.
 */
export async function accountOf(
  db: Db,
  id: number,
  versionJeton: number,
  nowMs = Date.now(),
): Promise<Account | null> {
  const key = `${id}:${versionJeton}`;
  const known = believed.get(key);
  if (known && known.until > nowMs) return known.account;
  const account = await readAccount(db, id);
  const current = account && account.versionJeton === versionJeton ? account : null;
  if (believed.size > 10_000) believed.clear();
  believed.set(key, { account: current, until: nowMs + BELIEF_MS });
  return current;
}

/** Forgets what this process believes of an account, after a change made here. */
export function forgetAccount(id: number): void {
  for (const key of believed.keys()) if (key.startsWith(`${id}:`)) believed.delete(key);
}

/** The account as the database has it now, or null when disabled. */
export async function accountById(db: Db, id: number): Promise<Account | null> {
  return readAccount(db, id);
}

async function readAccount(db: Db, id: number): Promise<Account | null> {
  const rows = await opened(
    db,
    db
      .select({
        id: utilisateurs.id,
        role: utilisateurs.role,
        langue: utilisateurs.langue,
        prenom: toOpen(utilisateurs.prenom),
        nom: toOpen(utilisateurs.nom),
        email: toOpen(utilisateurs.email),
        versionJeton: utilisateurs.versionJeton,
        agences: sql<number[]>`coalesce((select array_agg(${utilisateurAgences.agenceId})
        from ${utilisateurAgences} where ${utilisateurAgences.utilisateurId} = ${utilisateurs.id}), '{}')`,
        secondFacteur: sql<boolean>`exists (select 1 from ${secondsFacteurs}
        where ${secondsFacteurs.utilisateurId} = ${utilisateurs.id} and ${secondsFacteurs.activeLe} is not null)`,
        clientId: clients.id,
        clientAgence: clients.agenceId,
        intervenantId: intervenants.id,
        intervenantAgence: intervenants.agenceId,
      })
      .from(utilisateurs)
      .leftJoin(clients, eq(clients.utilisateurId, utilisateurs.id))
      .leftJoin(intervenants, eq(intervenants.utilisateurId, utilisateurs.id))
      .where(and(eq(utilisateurs.id, id), eq(utilisateurs.actif, true))),
  );
  const row = rows[0];
  if (!row) return null;
  // A file left over from an earlier role gives staff no reach.
  const linked = [
    row.role === "client" ? row.clientAgence : null,
    row.role === "intervenant" ? row.intervenantAgence : null,
  ].filter((one) => one !== null);
  const enrolls = !row.secondFacteur && mustHaveSecondFactor(row.role, await parametresOf(db));
  return {
    actor: {
      type: "user",
      id: row.id,
      role: row.role,
      agenceIds: [...new Set([...row.agences, ...linked])],
      clientId: row.clientId,
      intervenantId: row.intervenantId,
      ...(enrolls && { enrolement: true }),
    },
    langue: row.langue,
    nom: `${row.prenom} ${row.nom}`.trim(),
    email: row.email,
    versionJeton: row.versionJeton,
  };
}
