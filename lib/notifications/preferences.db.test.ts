import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, notifications } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addPrestation, addUtilisateur, mailTo } from "@/db/testing-data";
import type { Role } from "@/lib/foundation/context";
import { guest, system } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createNotification } from "./create-notification";
import { readPreferences } from "./read-preferences";
import { updatePreferences } from "./update-preferences";

let world: TestWorld;
let user: Awaited<ReturnType<typeof addUtilisateur>>;
let visitId: number;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  const agence = await addAgence(world.db);
  user = await addUtilisateur(world.db, { role: "client" });
  const { client, adresse } = await addClient(world.db, agence.id, { utilisateurId: user.id });
  const activite = await addActivite(world.db, agence.id);
  const ids = { agenceId: agence.id, clientId: client.id, adresseId: adresse.id, activiteId: activite.id };
  visitId = (await addPrestation(world.db, ids)).id;
});

const as = (role: Role, id = user.id) => contextFor(world.db, actor(role, { id }));
const tell = (type: string, objet_id: number, now?: string) =>
  createNotification(contextFor(world.db, system, now ? { now: new Date(now) } : {}), { type, objet_id });
const notices = () => world.db.select().from(notifications).where(eq(notifications.utilisateurId, user.id));
const mails = () => mailTo(world.db, user.email);
const dueOf = async (id: number) => {
  const rows = await world.db.execute<{ at: Date }>(
    `select start_after as at from pgboss.job where name = 'courriel.send' and (data->>'courriel_id')::int = ${id}`,
  );
  return new Date(rows[0]?.at ?? 0);
};

describe("notification.readPreferences", () => {
  test("offers each role the kinds that reach it, everything on, and e-mail only where one is sent", async () => {
    const { preferences, silence } = await readPreferences(as("client"), {});
    expect(silence).toBeNull();
    expect(preferences.map(({ type }) => type)).toEqual([
      "reservations",
      "visites",
      "rappels",
      "factures",
      "avis",
      "droits",
      "securite",
    ]);
    expect(preferences.every(({ application, courriel }) => application && courriel)).toBe(true);
    const mine = await readPreferences(as("intervenant"), {});
    expect(mine.preferences.find(({ type }) => type === "visites")?.courriel).toBeNull();
    const admin = await readPreferences(as("admin"), {});
    expect(admin.preferences).toEqual([
      { type: "securite", application: true, push: true, courriel: true, modifiable: false },
    ]);
    await expect(readPreferences(contextFor(world.db, guest), {})).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("notification.updatePreferences", () => {
  test("changes what is named, keeps the rest, and leaves a line without a name", async () => {
    await updatePreferences(as("client"), { preferences: [{ type: "visites", courriel: false }] });
    const after = await updatePreferences(as("client"), {
      preferences: [{ type: "factures", application: false }],
      silence: { debut: "22:00", fin: "07:00" },
    });
    expect(after.silence).toEqual({ debut: "22:00", fin: "07:00" });
    const of = (type: string) => after.preferences.find((one) => one.type === type);
    expect([of("visites")?.courriel, of("visites")?.application, of("factures")?.application]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await readPreferences(as("client"), {})).toEqual(after);
    const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "notification.updatePreferences", objetId: String(user.id) });
  });

  test("two changes at once both count", async () => {
    const [visites, factures] = ["visites", "factures"].map((type) => ({
      preferences: [{ type, courriel: false }],
    }));
    await Promise.all([
      updatePreferences(as("client"), visites ?? {}),
      updatePreferences(as("client"), factures ?? {}),
    ]);
    const { preferences } = await readPreferences(as("client"), {});
    const off = preferences.filter(({ courriel }) => courriel === false).map(({ type }) => type);
    expect(off).toEqual(["visites", "factures"]);
  });

  test.each([
    [{ preferences: [{ type: "securite", courriel: false }] }, "/preferences/0/type"],
    [{ preferences: [{ type: "alertes", application: false }] }, "/preferences/0/type"],
    [{ silence: { debut: "25:00", fin: "07:00" } }, "/silence/debut"],
    [{ silence: { debut: "07:00", fin: "07:00" } }, "/silence/fin"],
  ])("refuses %j at %s", async (input, pointer) => {
    const refusal = await updatePreferences(as("client"), input).catch((error) => error);
    expect(refusal).toMatchObject({ code: "validation" });
    expect(refusal.details.errors[0].pointer).toBe(pointer);
  });
});

describe("what a person switched off", () => {
  test("is not told that way, and nothing else is lost", async () => {
    await updatePreferences(as("client"), {
      preferences: [
        { type: "visites", courriel: false },
        { type: "rappels", application: false },
      ],
    });
    await tell("prestation.deplacee", visitId);
    expect([(await notices()).length, (await mails()).length]).toEqual([1, 0]);
    await tell("prestation.rappel", visitId);
    expect([(await notices()).length, (await mails()).length]).toEqual([1, 1]);
  });
});

describe("quiet hours", () => {
  beforeEach(() => updatePreferences(as("client"), { silence: { debut: "22:00", fin: "07:00" } }));

  test("hold an e-mail until they end, in the agency's time; the notice is there at once", async () => {
    await tell("prestation.deplacee", visitId, "2026-03-10T22:30:00Z");
    expect(await notices()).toHaveLength(1);
    const [mail] = await mails();
    expect(mail?.statut).toBe("en_attente");
    expect((await dueOf(mail?.id ?? 0)).toISOString()).toBe("2026-03-11T06:00:00.000Z");
  });

  test("hold nothing about the security of an account", async () => {
    await tell("compte.verrouille", user.id, "2026-03-10T22:30:00Z");
    const [mail] = await mails();
    expect(mail?.gabarit).toBe("signInLocked");
    expect((await dueOf(mail?.id ?? 0)).getTime()).toBeLessThanOrEqual(Date.now());
  });
});
