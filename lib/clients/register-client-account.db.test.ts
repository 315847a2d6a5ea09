import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { adresses, clients } from "@/db/schema/clients";
import { utilisateurs } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { accountWith, addAgence } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { accountOf } from "@/lib/foundation/actor";
import { guest } from "@/lib/foundation/context";
import type { Refused } from "@/lib/foundation/errors";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { confirmAccount } from "@/lib/organisation/confirm-account";
import { openSession } from "@/lib/organisation/open-session";
import { GOOD_PASSWORD, mailTo } from "@/lib/organisation/testing-account";
import { registerClientAccount } from "./register-client-account";

let world: TestWorld;
let agence_id: number;
beforeAll(async () => {
  world = await testWorld();
  agence_id = (await addAgence(world.db)).id;
});

let serial = 0;
const person = () => ({
  prenom: "Samia",
  nom: "Belkadi",
  email: `Samia${++serial}@Example.test`,
  telephone: "06 39 98 00 00",
  mot_de_passe: GOOD_PASSWORD,
  langue: "tzm",
  agence_id,
});
const visitor = (fields = {}) => contextFor(world.db, guest, fields);
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Refused) => error,
  );
const accountsOf = (email: string) =>
  opened(
    world.db,
    world.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(accountWith(email.toLowerCase())),
  );

describe("account.register", () => {
  test("opens account, file and address, confirmed by an e-mail in the person's language", async () => {
    const input = {
      ...person(),
      adresse: { voie: "3 rue Oberkampf", code_postal: "75011", commune: "Paris" },
    };
    await registerClientAccount(visitor(), input);
    const [account] = await accountsOf(input.email);
    expect(account).toMatchObject({ role: "client", langue: "tzm", emailVerifieLe: null });
    const [client] = await opened(
      world.db,
      world.db
        .select(columnsOf(clients))
        .from(clients)
        .where(eq(clients.utilisateurId, account?.id ?? 0)),
    );
    expect(client).toMatchObject({ agenceId: agence_id, nom: "Belkadi", email: input.email.toLowerCase() });
    const places = await opened(
      world.db,
      world.db
        .select(columnsOf(adresses))
        .from(adresses)
        .where(eq(adresses.clientId, client?.id ?? 0)),
    );
    expect(places).toMatchObject([{ commune: "Paris", principale: true }]);
    const [mail] = await mailTo(world.db, input.email.toLowerCase());
    expect(mail).toMatchObject({ gabarit: "confirm", langue: "tzm" });
    const entering = { email: input.email, mot_de_passe: GOOD_PASSWORD };
    expect(await refusal(openSession(visitor(), entering))).toMatchObject({ code: "emailNotConfirmed" });
    await confirmAccount(visitor(), { jeton: mail?.jeton });
    const session = await openSession(visitor(), entering);
    expect((await accountOf(world.db, session.id, 1))?.actor).toMatchObject({
      clientId: client?.id,
      agenceIds: [agence_id],
    });
  });

  test("logs both aggregates and no personal data", async () => {
    const input = person();
    await registerClientAccount(visitor(), input);
    const lines = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(2);
    expect(lines.map((line) => line.objetType).sort()).toEqual(["client", "utilisateur"]);
    for (const { canon } of lines)
      for (const secret of ["Samia", "Belkadi", "39 98"]) expect(canon).not.toContain(secret);
  });

  test("answers alike for a taken e-mail, changes nothing, and tells its owner", async () => {
    const input = person();
    const first = await registerClientAccount(visitor(), input);
    const again = await registerClientAccount(visitor(), {
      ...input,
      mot_de_passe: "trois petits tours de magie",
      nom: "Intrus",
    });
    expect(again).toEqual(first);
    const [account] = await accountsOf(input.email);
    expect(account?.nom).toBe("Belkadi");
    const everybody = await opened(world.db, world.db.select(columnsOf(clients)).from(clients));
    expect(everybody.filter(({ nom }) => nom === "Intrus")).toEqual([]);
    const mails = await mailTo(world.db, input.email.toLowerCase());
    expect(mails.map((mail) => mail.gabarit)).toEqual(["alreadyRegistered", "confirm"]);
  });

  test("of two registrations of one e-mail at the same moment one account results, and neither is refused", async () => {
    const input = person();
    const outcomes = await Promise.all([1, 2].map(() => refusal(registerClientAccount(visitor(), input))));
    expect(outcomes).toEqual([null, null]);
    expect(await accountsOf(input.email)).toHaveLength(1);
  });

  test("refuses a closed or unknown agency, a weak password, and writes nothing", async () => {
    const closed = await addAgence(world.db, { actif: false });
    for (const agence of [closed.id, 999_999]) {
      const input = { ...person(), agence_id: agence };
      expect((await refusal(registerClientAccount(visitor(), input)))?.details.errors).toMatchObject([
        { pointer: "/agence_id" },
      ]);
      expect(await accountsOf(input.email)).toEqual([]);
    }
    const weak = { ...person(), mot_de_passe: "SamiaBelkadi1990" };
    expect(await refusal(registerClientAccount(visitor(), weak))).toMatchObject({ code: "weakPassword" });
  });

  test("cannot choose a role, and is for guests only", async () => {
    const input = { ...person(), role: "admin" };
    await registerClientAccount(visitor(), input);
    expect((await accountsOf(input.email))[0]?.role).toBe("client");
    const signedIn = contextFor(world.db, actor("client", { id: 1 }));
    expect(await refusal(registerClientAccount(signedIn, person()))).toMatchObject({ code: "forbidden" });
  });
});
