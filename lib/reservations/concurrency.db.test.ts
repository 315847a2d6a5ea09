import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { prestations, reservations } from "@/db/schema/prestations";
import { addIntervenant } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { actor, contextFor } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { acceptReservation } from "./accept-reservation";
import { createReservation } from "./create-reservation";
import { expireReservations } from "./expire-reservations";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

const freshWorker = () => addIntervenant(w.db, w.agence.id, [w.activite.id]);
const wizard = (fields: Record<string, unknown> = {}) => ({ type: "menage", duree: 2, ...fields });
const held = async (date: string) => {
  const worker = await freshWorker();
  return createReservation(w.clientCtx(), wizard({ date, intervenant_id: worker.id }));
};

describe("when many come at once", () => {
  const outcome = async (work: Promise<unknown>[]) => {
    const settled = await Promise.allSettled(work);
    const codes = settled.flatMap((one) =>
      one.status === "rejected" ? [(one.reason as { code?: string }).code ?? String(one.reason)] : [],
    );
    return { won: settled.length - codes.length, codes };
  };

  test("64 bookings of one slot: one succeeds, 63 hear slotTaken with alternatives", async () => {
    const worker = await freshWorker();
    const body = wizard({ date: "2026-05-05T09:00:00", intervenant_id: worker.id });
    const { won, codes } = await outcome(
      Array.from({ length: 64 }, () => createReservation(w.clientCtx(), body)),
    );
    expect(won).toBe(1);
    expect(codes).toEqual(Array(63).fill("slotTaken"));
    await expect(createReservation(w.clientCtx(), body)).rejects.toMatchObject({
      details: { extra: { alternatives: expect.arrayContaining([expect.anything()]) } },
    });
  });

  test("overlapping offsets: what succeeds never overlaps", async () => {
    const worker = await freshWorker();
    const starts = Array.from({ length: 24 }, (_, n) =>
      new Date(Date.UTC(2026, 4, 6, 7, n * 7)).toISOString(),
    );
    const { won, codes } = await outcome(
      starts.map((date) =>
        createReservation(w.clientCtx(), wizard({ date, duree: 1, intervenant_id: worker.id })),
      ),
    );
    expect(won).toBeGreaterThan(0);
    expect(new Set(codes)).toEqual(new Set(["slotTaken"]));
    const rows = await opened(
      w.db,
      w.db
        .select(columnsOf(prestations))
        .from(prestations)
        .where(eq(prestations.intervenantId, worker.id))
        .orderBy(prestations.debut),
    );
    expect(rows).toHaveLength(won);
    for (const [index, row] of rows.slice(1).entries())
      expect(row.debut.getTime()).toBeGreaterThanOrEqual((rows[index]?.fin ?? row.fin).getTime());
  });

  test("two waiting visits given to one person at once: one is confirmed, the other hears slotTaken", async () => {
    const worker = await freshWorker();
    const waiting = await Promise.all([held("2026-05-07T09:00:00"), held("2026-05-07T10:00:00")]);
    const { won, codes } = await outcome(
      waiting.map(({ id }) => acceptReservation(w.staffCtx(), { id, intervenant_id: worker.id })),
    );
    expect({ won, codes }).toEqual({ won: 1, codes: ["slotTaken"] });
  });

  test("acceptance against expiry: one of them wins, and visit and reservation agree", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, prestation_id } = await held(`2026-05-${String(round + 11)}T09:00:00`);
      const later = new Date("2026-03-13T08:00:00Z");
      await outcome([
        acceptReservation(w.staffCtx({ now: later }), { id }),
        expireReservations(contextFor(w.db, actor("system"), { now: later }), {}),
      ]);
      const [row] = await w.db
        .select({ reservation: reservations.statut, visit: prestations.statut })
        .from(reservations)
        .innerJoin(prestations, eq(prestations.id, reservations.prestationId))
        .where(eq(prestations.id, prestation_id));
      expect([
        { reservation: "acceptee", visit: "confirmee" },
        { reservation: "expiree", visit: "annulee" },
      ]).toContainEqual(row);
    }
  });
});
