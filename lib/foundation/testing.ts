import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Db, openDatabase } from "@/db/client";
import { parametres } from "@/db/schema/organisation";
import { testDatabase } from "@/db/testing";
import { type Actor, type ActorRole, type Context, guest } from "./context";
import { forgetParametres } from "./read-parametres";
import { newTokenKey } from "./tokens";

/** A moment that tests agree on: Tuesday 10 March 2026, 09:00 in Paris. */
export const NOW = new Date("2026-03-10T08:00:00Z");

export type TestWorld = { url: string; db: Db; close: () => Promise<void> };

/** A fresh migrated database, opened as the application's restricted role. */
export async function testWorld(): Promise<TestWorld> {
  process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
  process.env.DIHYA_TOKEN_KEY ??= await newTokenKey();
  process.env.DIHYA_LOG_KEY ??= await newTokenKey();
  const url = await testDatabase();
  const { db, close } = openDatabase(url);
  // As in the demonstration: people of a test work without a second factor, unless the test is about it.
  await db.insert(parametres).values({ cle: "securite.second_facteur", valeur: sql`'0'::jsonb` });
  forgetParametres();
  return { url, db, close: async () => void (await close()) };
}

export function actor(role: ActorRole, fields: Partial<Actor> = {}): Actor {
  if (role === "guest") return guest;
  return {
    ...guest,
    type: role === "system" ? "job" : "user",
    role,
    id: role === "system" ? null : 1,
    ...fields,
  };
}

/** A Context for a test: fixed clock, French, its own request id, by someone who has just signed in. */
export function contextFor(db: Db, who: Actor, fields: Partial<Context> = {}): Context {
  const session = { sid: "essai", authentifieLe: fields.now ?? NOW };
  return { db, actor: who, requestId: randomUUID(), now: NOW, locale: "fr", session, ...fields };
}
