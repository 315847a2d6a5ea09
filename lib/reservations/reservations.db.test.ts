import { and, desc, eq } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addClient, addIntervenant, addPrestation } from "@/db/testing-data";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { acceptReservation } from "./accept-reservation";
import { cancelReservation } from "./cancel-reservation";
import { createReservation } from "./create-reservation";
import { expireReservations } from "./expire-reservations";
import { listReservations } from "./list-reservations";
import { readReservation } from "./read-reservation";
import { refuseReservation } from "./refuse-reservation";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

const freshWorker = () => addIntervenant(w.db, w.agence.id, [w.activite.id]);
const planned = (values = {}) =>
  addPrestation(
    w.db,
    { agenceId: w.agence.id, clientId: w.client.id, adresseId: w.adresse.id, activiteId: w.activite.id },
    values,
  );
const wizard = (fields: Record<string, unknown> = {}) => ({
  type: "menage",
  date: "2026-03-12T09:00:00",
  duree: 2,
  ...fields,
});
const held = async (fields: Record<string, unknown> = {}) => {
  const worker = await freshWorker();
  return createReservation(w.clientCtx(), wizard({ intervenant_id: worker.id, ...fields }));
};
const system = (now = NOW) => contextFor(w.db, actor("system"), { now });

describe("reservation.create", () => {
  test("by a client makes the held visit and its reservation together, and tells the agency", async () => {
    const reservation = await held({ message: "Merci" });
    expect(reservation).toMatchObject({
      statut: "demandee",
      client_id: w.client.id,
      date: "2026-03-12T09:00:00+01:00",
      message: "Merci",
      prestation: { statut: "planifiee", duree: 2, prix_ttc: "63.80", reservation: { statut: "demandee" } },
    });
    const lines = await w.db.select().from(audit).orderBy(desc(audit.id)).limit(2);
    expect(lines.map(({ action }) => action).sort()).toEqual(["prestation.create", "reservation.create"]);
    expect(await jobsOf(w.db, "notification.create")).toContainEqual(
      expect.objectContaining({ type: "reservation.demandee", objet_id: reservation.id }),
    );
  });

  test("proposes somebody free when nobody is named", async () => {
    const reservation = await createReservation(w.clientCtx(), wizard({ date: "2026-03-19T09:00:00" }));
    expect(reservation.prestation.intervenant_id).not.toBeNull();
  });

  test("holds the slot until the agency's time is over, never past its start", async () => {
    const far = await held({ date: "2026-03-20T09:00:00" });
    expect(new Date(far.expire_le)).toEqual(new Date(NOW.getTime() + 48 * 3_600_000));
    const near = await held({ date: "2026-03-11T09:00:00" });
    expect(near.expire_le).toBe("2026-03-11T09:00:00+01:00");
  });

  test("refuses a client the past, the next two hours, and what the rules forbid, without saying why", async () => {
    const worker = await freshWorker();
    const ask = (date: string) =>
      createReservation(w.clientCtx(), wizard({ date, intervenant_id: worker.id, derogation: "x" }));
    await expect(ask("2026-03-09T09:00:00")).rejects.toMatchObject({ code: "pastNotAllowed" });
    await expect(ask("2026-03-10T10:30:00")).rejects.toMatchObject({ code: "tooSoon" });
    await expect(ask("2026-03-12T05:00:00")).rejects.toMatchObject({ code: "slotUnavailable" });
  });

  test("names the fields that a new visit needs", async () => {
    await expect(createReservation(w.clientCtx(), {})).rejects.toMatchObject({
      code: "validation",
      details: {
        errors: [{ pointer: "/type" }, { pointer: "/date" }, { pointer: "/duree", code: "required" }],
      },
    });
    await expect(createReservation(w.staffCtx(), wizard())).rejects.toMatchObject({
      details: { errors: [{ pointer: "/client_id", code: "required" }] },
    });
  });

  test("asks for an existing planned visit, moves it when the date differs, in the past too for staff", async () => {
    const visit = await planned({ debut: new Date("2025-09-08T12:00:00Z") });
    const reservation = await createReservation(w.staffCtx(), {
      client_id: w.client.id,
      prestation_id: visit.id,
      date: "2025-09-10T14:00:00",
    });
    expect(reservation).toMatchObject({
      prestation_id: visit.id,
      statut: "demandee",
      date: "2025-09-10T14:00:00+02:00",
      prestation: { date: "2025-09-10T14:00:00+02:00", fin: "2025-09-10T16:00:00+02:00" },
    });
    await expect(
      createReservation(w.staffCtx(), { client_id: w.client.id, prestation_id: visit.id }),
    ).rejects.toMatchObject({ code: "reservationExists" });
  });

  test("keeps to the caller's reach and to planned visits", async () => {
    const other = await addClient(w.db, w.agence.id);
    const foreign = await addClient(w.db, w.other.id);
    const theirs = await addPrestation(w.db, {
      agenceId: w.agence.id,
      clientId: other.client.id,
      adresseId: other.adresse.id,
      activiteId: w.activite.id,
    });
    const done = await planned({ statut: "realisee" });
    const cases: [ReturnType<typeof w.staffCtx>, Record<string, unknown>, string][] = [
      [w.clientCtx(), { prestation_id: theirs.id }, "notFound"],
      [w.clientCtx(), { client_id: other.client.id, prestation_id: theirs.id }, "clientUnknown"],
      [w.staffCtx(), { client_id: w.client.id, prestation_id: theirs.id }, "notFound"],
      [w.staffCtx(), wizard({ client_id: foreign.client.id }), "clientUnknown"],
      [w.staffCtx(), { client_id: w.client.id, prestation_id: done.id }, "invalidTransition"],
      [w.workerCtx(), wizard(), "forbidden"],
      [w.auditCtx(), wizard(), "forbidden"],
    ];
    for (const [ctx, body, code] of cases)
      await expect(createReservation(ctx, body), code).rejects.toMatchObject({ code });
  });
});

test("a client out of service books nothing", async () => {
  const gone = await addClient(w.db, w.agence.id, { actif: false });
  const own = contextFor(w.db, actor("client", { id: w.users.clientUser.id, clientId: gone.client.id }));
  await expect(createReservation(own, wizard())).rejects.toMatchObject({ code: "clientUnknown" });
  await expect(createReservation(w.staffCtx(), wizard({ client_id: gone.client.id }))).rejects.toMatchObject({
    code: "clientUnknown",
  });
});

describe("the decision", () => {
  test("acceptance confirms the visit, and happens once", async () => {
    const { id } = await held();
    const accepted = await acceptReservation(w.staffCtx(), { id });
    expect(accepted).toMatchObject({ statut: "acceptee", prestation: { statut: "confirmee" } });
    await expect(acceptReservation(w.staffCtx(), { id })).rejects.toMatchObject({
      code: "invalidTransition",
      details: { extra: { allowed: ["annulee"] } },
    });
    expect(await jobsOf(w.db, "notification.create")).toContainEqual(
      expect.objectContaining({ type: "reservation.acceptee", objet_id: id }),
    );
  });

  test("acceptance may give the visit to somebody else, under the same rules", async () => {
    const { id } = await held({ date: "2026-03-24T09:00:00" });
    const unskilled = await addIntervenant(w.db, w.agence.id, []);
    await expect(acceptReservation(w.staffCtx(), { id, intervenant_id: unskilled.id })).rejects.toMatchObject(
      { code: "skillMissing" },
    );
    const skilled = await freshWorker();
    const accepted = await acceptReservation(w.staffCtx(), { id, intervenant_id: skilled.id });
    expect(accepted.prestation).toMatchObject({ intervenant_id: skilled.id, statut: "confirmee" });
  });

  test("refusal needs a reason and frees the slot", async () => {
    const { id, prestation } = await held({ date: "2026-03-25T09:00:00" });
    await expect(refuseReservation(w.staffCtx(), { id })).rejects.toMatchObject({ code: "validation" });
    const refused = await refuseReservation(w.staffCtx(), { id, motif: "Complet" });
    expect(refused).toMatchObject({ statut: "refusee", motif: "Complet", prestation: { statut: "annulee" } });
    await expect(
      createReservation(
        w.clientCtx(),
        wizard({ date: "2026-03-25T09:00:00", intervenant_id: prestation.intervenant_id }),
      ),
    ).resolves.toMatchObject({ statut: "demandee" });
  });

  test("a client takes a waiting one back at any time, an accepted one until the notice", async () => {
    const waiting = await held({ date: "2026-03-11T08:00:00" });
    const late = { now: new Date("2026-03-10T20:00:00Z") };
    expect(await cancelReservation(w.clientCtx(late), { id: waiting.id })).toMatchObject({
      statut: "annulee",
      prestation: { statut: "annulee" },
    });
    const { id } = await held({ date: "2026-03-12T08:00:00" });
    await acceptReservation(w.staffCtx(), { id });
    const tooLate = { now: new Date("2026-03-11T08:00:00Z") };
    await expect(cancelReservation(w.clientCtx(tooLate), { id })).rejects.toMatchObject({
      code: "cancelTooLate",
    });
    await expect(cancelReservation(w.staffCtx(tooLate), { id })).resolves.toMatchObject({
      statut: "annulee",
    });
  });

  test("is out of reach of others, and of the client", async () => {
    const { id } = await held({ date: "2026-03-26T09:00:00" });
    await expect(acceptReservation(w.otherStaffCtx(), { id })).rejects.toMatchObject({ code: "notFound" });
    await expect(refuseReservation(w.otherStaffCtx(), { id, motif: "x" })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(acceptReservation(w.clientCtx(), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(readReservation(w.otherStaffCtx(), { id })).rejects.toMatchObject({ code: "notFound" });
    await expect(acceptReservation(w.staffCtx(), { id, version: 7 })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
    const byAudit = await readReservation(w.auditCtx(), { id });
    expect(byAudit.prestation.client.nom).toMatch(/^client-/);
    expect((await listReservations(w.otherStaffCtx(), {})).results).toEqual([]);
    const mine = await listReservations(w.clientCtx(), { statut: "demandee", count: true });
    expect(mine.results.map((one) => one.id)).toContain(id);
    expect(mine.count).toBe(mine.results.length);
  });

  test("cancelling the visit cancels its reservation; moving it by the client asks again", async () => {
    const first = await held({ date: "2026-03-27T09:00:00" });
    await acceptReservation(w.staffCtx(), { id: first.id });
    const moved = await movePrestation(w.clientCtx(), {
      id: first.prestation_id,
      date: "2026-03-27T13:00:00",
    });
    expect(moved).toMatchObject({
      statut: "planifiee",
      date: "2026-03-27T13:00:00+01:00",
      reservation: { statut: "demandee" },
    });
    expect(moved.reservation?.id).not.toBe(first.id);
    expect(await readReservation(w.clientCtx(), { id: first.id })).toMatchObject({ statut: "annulee" });
    await cancelPrestation(w.clientCtx(), { id: first.prestation_id, motif: "Vacances" });
    expect(await readReservation(w.clientCtx(), { id: moved.reservation?.id ?? 0 })).toMatchObject({
      statut: "annulee",
    });
  });
});

describe("reservation.expire", () => {
  test("frees what has waited too long, once, and leaves the rest", async () => {
    const { id } = await held({ date: "2026-04-02T09:00:00" });
    const decided = await held({ date: "2026-04-03T09:00:00" });
    await acceptReservation(w.staffCtx(), { id: decided.id });
    const later = new Date("2026-03-13T08:00:00Z");
    const first = await expireReservations(system(later), {});
    expect(first.expirees).toBeGreaterThan(0);
    expect(await readReservation(w.staffCtx(), { id })).toMatchObject({
      statut: "expiree",
      prestation: { statut: "annulee" },
    });
    expect(await readReservation(w.staffCtx(), { id: decided.id })).toMatchObject({ statut: "acceptee" });
    const [line] = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.action, "reservation.expire"), eq(audit.objetId, String(id))));
    expect(line).toMatchObject({ role: "system", resultat: "ok" });
    expect(await expireReservations(system(later), {})).toEqual({ expirees: 0, suite: null });
    await expect(expireReservations(w.adminCtx(), {})).rejects.toMatchObject({ code: "forbidden" });
  });

  test("one that fails holds up no other, also when it comes first in every batch", async () => {
    const failing = await held({ date: "2026-04-06T09:00:00" });
    const next = await held({ date: "2026-04-07T09:00:00" });
    const owner = postgres(w.world.url, { max: 1, onnotice: () => {} });
    await owner.unsafe(
      `alter table reservations add constraint test_panne check (id <> ${failing.id} or statut <> 'expiree')`,
    );
    const later = system(new Date("2026-03-13T08:00:00Z"));
    const first = await expireReservations(later, { limite: 1 });
    expect(await expireReservations(later, { limite: 1, apres: first.suite ?? 0 })).toMatchObject({
      expirees: 1,
    });
    expect(await readReservation(w.staffCtx(), { id: failing.id })).toMatchObject({
      statut: "demandee",
      prestation: { statut: "planifiee" },
    });
    expect(await readReservation(w.staffCtx(), { id: next.id })).toMatchObject({ statut: "expiree" });
    const again = await expireReservations(later, { limite: 1 });
    expect(again).toEqual({ expirees: 0, suite: failing.prestation_id });
    await owner.unsafe("alter table reservations drop constraint test_panne");
    await owner.end();
    expect(await expireReservations(later, {})).toMatchObject({ expirees: 1 });
  });
});
