import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { adresses, clients } from "@/db/schema/clients";
import { absences } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import {
  addActivite,
  addAgence,
  addClient,
  addIntervenant,
  addPrestation,
  addSealed,
  changeSealed,
} from "@/db/testing-data";
import { personPrints } from "@/lib/foundation/person-search";
import { actor, contextFor } from "@/lib/foundation/testing";
import { cancelPrestation } from "./cancel-prestation";
import { createPrestation } from "./create-prestation";
import { listPrestations } from "./list-prestations";
import { movePrestation } from "./move-prestation";
import { readPrestation } from "./read-prestation";
import { jobsOf, type VisitWorld, visitWorld } from "./testing";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

const body = (fields: Record<string, unknown> = {}) => ({
  client_id: w.client.id,
  intervenant_id: w.nadia.id,
  type: "menage",
  date: "2026-03-12T14:00:00",
  duree: 2,
  ...fields,
});
const freshWorker = (values = {}) => addIntervenant(w.db, w.agence.id, [w.activite.id], values);

describe("prestation.create", () => {
  test("plans the visit at local time, freezes the price, logs and tells", async () => {
    const visit = await createPrestation(w.staffCtx(), body({ type: w.activite.libelles.fr.toUpperCase() }));
    expect(visit).toMatchObject({
      type: "menage",
      date: "2026-03-12T14:00:00+01:00",
      fin: "2026-03-12T16:00:00+01:00",
      duree: 2,
      statut: "planifiee",
      prix_ttc: "63.80",
      prix_horaire_ttc: "31.90",
      devise: "EUR",
      saisie_apres_coup: false,
      adresse_id: w.adresse.id,
      pointages: [],
      reservation: null,
    });
    const [line] = await w.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "prestation.create", objetId: String(visit.id), resultat: "ok" });
    expect(line?.canon).toContain('"past":false');
    expect(await jobsOf(w.db, "notification.create")).toContainEqual(
      expect.objectContaining({ type: "prestation.creee", objet_id: visit.id }),
    );
  });

  test("answers slotTaken with up to three alternatives when the person is taken, and writes nothing", async () => {
    const before = (await listPrestations(w.staffCtx(), { count: true })).count;
    const refusal = await createPrestation(w.staffCtx(), body({ date: "2026-03-12T15:30:00+01:00" })).catch(
      (error) => error,
    );
    expect(refusal).toMatchObject({ code: "slotTaken" });
    const { alternatives } = refusal.details.extra;
    expect(alternatives.length).toBeGreaterThan(0);
    expect(alternatives.length).toBeLessThanOrEqual(3);
    for (const one of alternatives)
      expect(
        await createPrestation(w.staffCtx(), body({ date: one.date, intervenant_id: one.intervenant_id })),
      ).toBeTruthy();
    expect((await listPrestations(w.staffCtx(), { count: true })).count).toBe(
      (before ?? 0) + alternatives.length,
    );
  });

  test("back to back is no overlap", async () => {
    const worker = await freshWorker();
    await createPrestation(w.staffCtx(), body({ intervenant_id: worker.id }));
    await expect(
      createPrestation(w.staffCtx(), body({ intervenant_id: worker.id, date: "2026-03-12T16:00:00" })),
    ).resolves.toMatchObject({ statut: "planifiee" });
  });

  test("records the past for staff, says so in the log, and there a warning does not block", async () => {
    const worker = await freshWorker();
    const visit = await createPrestation(
      w.staffCtx(),
      body({ intervenant_id: worker.id, date: "2025-09-10T05:00:00" }),
    );
    expect(visit.saisie_apres_coup).toBe(true);
    const [line] = await w.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line?.canon).toContain('"past":true');
  });

  test("a warning needs a written reason, which is kept", async () => {
    const worker = await freshWorker();
    const early = body({ intervenant_id: worker.id, date: "2026-03-13T05:00:00" });
    await expect(createPrestation(w.staffCtx(), early)).rejects.toMatchObject({
      code: "outsideAvailability",
      details: { extra: { severite: "warn", derogation_possible: true } },
    });
    const visit = await createPrestation(w.staffCtx(), { ...early, derogation: "Demande de la famille" });
    expect(visit.derogation).toBe("Demande de la famille");
  });

  test("names the rule that blocks", async () => {
    const unskilled = await addIntervenant(w.db, w.agence.id, []);
    const away = await freshWorker();
    await addSealed(w.db, absences, {
      intervenantId: away.id,
      debut: new Date("2026-03-12T00:00:00Z"),
      fin: new Date("2026-03-13T00:00:00Z"),
      type: "conge",
      statut: "approuvee",
    });
    const handyman = await addActivite(w.db, w.agence.id, { code: "bricolage", dureeMaxMin: 120 });
    const elsewhere = await addIntervenant(w.db, w.other.id, [w.activite.id]);
    const cases: [Record<string, unknown>, string][] = [
      [{ intervenant_id: unskilled.id, derogation: "quand même" }, "skillMissing"],
      [{ intervenant_id: away.id, derogation: "quand même" }, "onLeave"],
      [{ intervenant_id: null, type: handyman.code, duree: 2.5 }, "visitTooLong"],
      [{ intervenant_id: elsewhere.id }, "intervenantUnknown"],
      [{ intervenant_id: 999_999 }, "intervenantUnknown"],
      [{ type: "plomberie spatiale" }, "unknownActivity"],
      [{ client_id: 999_999 }, "clientUnknown"],
    ];
    for (const [fields, code] of cases)
      await expect(createPrestation(w.staffCtx(), body(fields)), code).rejects.toMatchObject({ code });
  });

  test("unknownActivity lists what the agency sells", async () => {
    await expect(createPrestation(w.staffCtx(), body({ type: "x" }))).rejects.toMatchObject({
      details: { extra: { accepted: expect.arrayContaining(["menage"]) }, errors: [{ pointer: "/type" }] },
    });
  });

  test("holds to ten hours a day and eleven hours of rest", async () => {
    const worker = await freshWorker();
    const at = (date: string, duree: number) =>
      createPrestation(w.staffCtx(), body({ intervenant_id: worker.id, date, duree }));
    await at("2026-03-16T08:00:00", 6);
    await expect(at("2026-03-16T14:30:00", 4.5)).rejects.toMatchObject({ code: "dailyMaxExceeded" });
    await at("2026-03-16T14:30:00", 4);
    await at("2026-03-17T19:00:00", 2);
    await expect(at("2026-03-18T07:30:00", 1)).rejects.toMatchObject({ code: "dailyRestTooShort" });
    await expect(at("2026-03-17T07:30:00", 1)).rejects.toMatchObject({ code: "dailyRestTooShort" });
    await expect(at("2026-03-18T08:00:00", 1)).resolves.toBeTruthy();
  });

  test("books nothing for a client or at an agency out of service; what was planned may still be cancelled", async () => {
    const closed = await addAgence(w.db);
    const late = await addClient(w.db, closed.id);
    const gone = await addClient(w.db, w.agence.id);
    const visitOf = ({ client, adresse }: typeof gone) =>
      addPrestation(w.db, {
        agenceId: client.agenceId,
        clientId: client.id,
        adresseId: adresse.id,
        activiteId: w.activite.id,
      });
    const visits = [await visitOf(late), await visitOf(gone)];
    await w.db.update(agences).set({ actif: false }).where(eq(agences.id, closed.id));
    await w.db.update(clients).set({ actif: false }).where(eq(clients.id, gone.client.id));
    const refused = { code: "clientUnknown", details: { errors: [{ pointer: "/client_id" }] } };
    for (const [index, { client }] of [late, gone].entries()) {
      const id = visits[index]?.id ?? 0;
      const own = contextFor(w.db, actor("client", { id: w.users.clientUser.id, clientId: client.id }));
      const move = { id, date: "2026-03-19T09:00:00" };
      await expect(createPrestation(w.adminCtx(), body({ client_id: client.id }))).rejects.toMatchObject(
        refused,
      );
      await expect(movePrestation(w.adminCtx(), move)).rejects.toMatchObject(refused);
      await expect(movePrestation(own, move)).rejects.toMatchObject(refused);
      expect(await cancelPrestation(w.adminCtx(), { id, motif: "Départ" })).toMatchObject({
        statut: "annulee",
      });
    }
  });

  test("keeps other agencies and erased people apart, and out of other roles' hands", async () => {
    const foreign = await addClient(w.db, w.other.id);
    const erased = await addClient(w.db, w.agence.id, { effaceLe: new Date() });
    await expect(
      createPrestation(w.staffCtx(), body({ client_id: foreign.client.id })),
    ).rejects.toMatchObject({ code: "clientUnknown" });
    await expect(createPrestation(w.staffCtx(), body({ client_id: erased.client.id }))).rejects.toMatchObject(
      {
        code: "clientErased",
      },
    );
    await expect(createPrestation(w.clientCtx(), body())).rejects.toMatchObject({ code: "forbidden" });
    await expect(createPrestation(w.workerCtx(), body())).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      createPrestation(w.staffCtx(), body({ adresse_id: foreign.adresse.id })),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/adresse_id", code: "invalidChoice" }] } });
  });

  test("refuses a duration beyond a day or finer than a minute", async () => {
    for (const duree of [0, -1, 24.5, 0.001])
      await expect(createPrestation(w.staffCtx(), body({ duree })), String(duree)).rejects.toMatchObject({
        code: "validation",
      });
  });

  test("takes the first of a doubled hour, and counts real hours on the long night", async () => {
    const worker = await freshWorker();
    const night = body({
      intervenant_id: worker.id,
      date: "2026-10-25T02:30:00",
      duree: 1,
      derogation: "nuit",
    });
    const visit = await createPrestation(w.staffCtx(), night);
    expect(visit).toMatchObject({ date: "2026-10-25T02:30:00+02:00", fin: "2026-10-25T02:30:00+01:00" });
    await expect(
      createPrestation(w.staffCtx(), { ...night, date: "2026-10-25T02:30:00+01:00" }),
    ).resolves.toMatchObject({ date: "2026-10-25T02:30:00+01:00" });
  });
});

describe("prestation.list and prestation.read", () => {
  test("show each role its own part", async () => {
    const { id } = await createPrestation(w.staffCtx(), body({ date: "2026-03-20T09:00:00" }));
    await changeSealed(w.db, clients, { id: w.client.id }, { telephone: "+33639980001" });
    const byStaff = await readPrestation(w.staffCtx(), { id });
    expect(byStaff.client.telephone).toBe("+33639980001");
    const byClient = await readPrestation(w.clientCtx(), { id });
    expect(byClient.intervenant).toEqual({ id: w.nadia.id, prenom: "Nadia", nom: "H.", telephone: null });
    const byWorker = await readPrestation(w.workerCtx(), { id });
    expect(byWorker.client.telephone).toBe("+33639980001");
    const byAudit = await readPrestation(w.auditCtx(), { id });
    expect(byAudit).toMatchObject({ adresse: null, instructions: "", client: { telephone: null } });
    expect(byAudit.client.nom).toMatch(/^client-[0-9a-f]{6}$/);
    await expect(readPrestation(w.otherStaffCtx(), { id })).rejects.toMatchObject({ code: "notFound" });
    await expect(readPrestation(w.staffCtx(), { id: 999_999 })).rejects.toMatchObject({ code: "notFound" });
    expect((await listPrestations(w.otherStaffCtx(), {})).results).toEqual([]);
  });

  test("door codes and phones stay with the intervenant for a month around a visit that takes place", async () => {
    const { id } = await createPrestation(w.staffCtx(), body({ date: "2026-03-21T09:00:00" }));
    await changeSealed(w.db, clients, { id: w.client.id }, { telephone: "+33639980001" });
    await changeSealed(w.db, adresses, { id: w.adresse.id }, { acces: "Code 4321" });
    const seen = async (day: string) =>
      JSON.stringify(await readPrestation(w.workerCtx({ now: new Date(`${day}T08:00:00Z`) }), { id }));
    for (const day of ["2026-02-20", "2026-04-18"]) expect(await seen(day)).toMatch(/3998.*4321/);
    for (const day of ["2026-02-18", "2026-04-21"]) expect(await seen(day)).not.toMatch(/3998|4321/);
    await cancelPrestation(w.staffCtx(), { id, motif: "essai" });
    expect(await seen("2026-03-20")).not.toMatch(/3998|4321/);
  });

  test("filter by day in the agency's zone, state, person and words, page by page", async () => {
    await w.db
      .update(clients)
      .set(personPrints("clients", { nom: "Bensaïd", prenom: "Amel" }))
      .where(eq(clients.id, w.client.id));
    const { results } = await listPrestations(w.staffCtx(), {
      date_min: "2026-03-20",
      date_max: "2026-03-20",
      statut: "planifiee,confirmee",
      q: "Bensaïd",
      type: "MENAGE",
    });
    expect(results).toHaveLength(1);
    // Half an hour before the visit of 20 March ends, nobody having clocked it, and a minute after.
    const of = (moment: string, now: string) =>
      listPrestations(w.staffCtx({ now: new Date(now) }), { moment }).then((page) =>
        page.results.some(({ id }) => id === results[0]?.id),
      );
    const [before, after] = ["2026-03-20T09:30:00Z", "2026-03-20T23:01:00Z"];
    expect([await of("a_venir", before), await of("passees", before)]).toEqual([true, false]);
    expect([await of("a_venir", after), await of("passees", after)]).toEqual([false, true]);
    const first = await listPrestations(w.staffCtx(), { limit: 2, ordering: "-date" });
    const second = await listPrestations(w.staffCtx(), {
      limit: 2,
      ordering: "-date",
      cursor: first.next ?? "",
    });
    const ids = [...first.results, ...second.results].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    const all = await w.db.select({ id: prestations.id }).from(prestations);
    expect((await listPrestations(w.adminCtx(), { count: true })).count).toBe(all.length);
    await expect(listPrestations(w.staffCtx(), { statut: "inconnu" })).rejects.toMatchObject({
      code: "validation",
    });
  });
});
