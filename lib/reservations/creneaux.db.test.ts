import { beforeAll, describe, expect, test } from "vitest";
import { addIntervenant, addPrestation } from "@/db/testing-data";
import { NOW } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createReservation } from "./create-reservation";
import { listCreneaux } from "./list-creneaux";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});
const week = (fields: Record<string, unknown> = {}) => ({
  type: "menage",
  duree: 2,
  du: "2026-03-10",
  au: "2026-03-12",
  ...fields,
});

describe("creneau.list", () => {
  test("proposes bookable slots from two hours on, with person, reasons and price", async () => {
    const found = await listCreneaux(w.clientCtx(), week());
    expect(found.fuseau).toBe("Europe/Paris");
    expect(found.results.map(({ jour }) => jour)).toEqual(["2026-03-10", "2026-03-11", "2026-03-12"]);
    const first = found.results[0]?.creneaux[0];
    expect(first).toEqual({
      date: "2026-03-10T11:00:00+01:00",
      fin: "2026-03-10T13:00:00+01:00",
      intervenant: { id: w.nadia.id, prenom: "Nadia" },
      raisons: ["proche", "disponible"],
      prix_ttc: "63.80",
      devise: "EUR",
    });
    const booked = await createReservation(w.clientCtx(), {
      type: "menage",
      date: first?.date,
      duree: 2,
      intervenant_id: first?.intervenant.id,
    });
    expect(booked.statut).toBe("demandee");
    const after = await listCreneaux(w.clientCtx(), week());
    expect(after.results[0]?.creneaux[0]?.date).toBe("2026-03-10T13:30:00+01:00");
    const moving = await listCreneaux(w.clientCtx(), {
      prestation_id: booked.prestation_id,
      du: "2026-03-10",
      au: "2026-03-10",
    });
    expect(moving.results[0]?.creneaux[0]?.date).toBe("2026-03-10T11:00:00+01:00");
  });

  test("leaves a slot that was offered to be taken for a quarter of an hour", async () => {
    const at = (minutes: number) => ({ ...w.clientCtx(), now: new Date(NOW.getTime() + minutes * 60_000) });
    const slot = { date: "2026-03-10T13:30:00+01:00", du: "2026-03-10", au: "2026-03-10" };
    const alone = (minutes: number) => listCreneaux(at(minutes), week(slot));
    const first = (await listCreneaux(at(160), week())).results[0]?.creneaux[0]?.date;
    expect(first).not.toBe(slot.date);
    expect((await alone(164)).results.map(({ creneaux }) => creneaux.map(({ date }) => date))).toEqual([
      [slot.date],
    ]);
    expect((await alone(166)).results).toEqual([]);
    const wanted = { type: "menage", date: slot.date, duree: 2, intervenant_id: w.nadia.id };
    await expect(createReservation(at(166), wanted)).rejects.toMatchObject({ code: "tooSoon" });
    expect(await createReservation(at(164), wanted)).toMatchObject({ statut: "demandee" });
  });

  test("keeps to a month, to the client's reach and to known activities", async () => {
    const cases: [ReturnType<typeof w.staffCtx>, Record<string, unknown>, string][] = [
      [w.clientCtx(), week({ au: "2026-04-30" }), "validation"],
      [w.clientCtx(), week({ au: "2026-03-01" }), "validation"],
      [w.clientCtx(), { du: "2026-03-10", au: "2026-03-11" }, "validation"],
      [w.clientCtx(), week({ client_id: 999_999 }), "clientUnknown"],
      [w.staffCtx(), week(), "validation"],
      [w.otherStaffCtx(), week({ client_id: w.client.id }), "clientUnknown"],
      [w.clientCtx(), week({ type: "x" }), "unknownActivity"],
      [w.workerCtx(), week(), "forbidden"],
    ];
    for (const [ctx, input, code] of cases)
      await expect(listCreneaux(ctx, input), JSON.stringify(input)).rejects.toMatchObject({ code });
  });

  test("asks the database as often for forty people and a month as for one and a day", async () => {
    const statementsOf = async (input: Record<string, unknown>) => {
      let statements = 0;
      const db = new Proxy(w.db, {
        get: (target, name, self) => {
          if (name === "select" || name === "execute") statements += 1;
          return Reflect.get(target, name, self);
        },
      });
      const found = await listCreneaux({ ...w.clientCtx(), db }, input);
      return { statements, days: found.results.length };
    };
    // The settings are read once in a while, not every time.
    await statementsOf(week());
    const few = await statementsOf(week({ du: "2026-03-11", au: "2026-03-11" }));
    const people = await Promise.all(
      Array.from({ length: 39 }, () => addIntervenant(w.db, w.agence.id, [w.activite.id])),
    );
    const place = {
      agenceId: w.agence.id,
      clientId: w.client.id,
      adresseId: w.adresse.id,
      activiteId: w.activite.id,
    };
    for (const { id } of people)
      await addPrestation(w.db, { ...place, intervenantId: id }, { debut: new Date("2026-03-20T09:00:00Z") });
    const many = await statementsOf(week({ du: "2026-03-11", au: "2026-04-10" }));
    expect(many.days).toBe(31);
    expect(many.statements).toBe(few.statements);
  });
});
