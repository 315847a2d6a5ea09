import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addIntervenant } from "@/db/testing-data";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { acceptReservation } from "./accept-reservation";
import { cancelReservation } from "./cancel-reservation";
import { createReservation } from "./create-reservation";
import { expireReservations } from "./expire-reservations";
import { readReservation } from "./read-reservation";
import { refuseReservation } from "./refuse-reservation";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

const freshWorker = () => addIntervenant(w.db, w.agence.id, [w.activite.id]);
const wizard = (fields: Record<string, unknown> = {}) => ({ type: "menage", duree: 2, ...fields });
const system = (now = NOW) => contextFor(w.db, actor("system"), { now });

describe("a confirmed visit that its client asked to move", () => {
  const movedOnce = async (day: string) => {
    const worker = await freshWorker();
    const at = (time: string) => `${day}T${time}:00`;
    const first = await createReservation(
      w.clientCtx(),
      wizard({ date: at("09:00"), intervenant_id: worker.id }),
    );
    await acceptReservation(w.staffCtx(), { id: first.id });
    const visit = await movePrestation(w.clientCtx(), {
      id: first.prestation_id,
      date: at("14:00"),
      duree: 3,
    });
    return { worker, visit, id: visit.reservation?.id ?? 0, at };
  };
  const lineOf = async (action: string, id: number) => {
    const [line] = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.action, action), eq(audit.objetId, String(id))));
    return JSON.parse(line?.canon ?? "{}");
  };

  test("is confirmed where it was when the agency refuses", async () => {
    const { id, worker } = await movedOnce("2026-06-02");
    const answer = await refuseReservation(w.staffCtx(), { id, motif: "Complet" });
    expect(answer).toMatchObject({
      statut: "refusee",
      motif: "Complet",
      prestation: {
        statut: "confirmee",
        date: "2026-06-02T09:00:00+02:00",
        duree: 2,
        prix_ttc: "63.80",
        intervenant_id: worker.id,
      },
    });
    expect((await lineOf("reservation.refuse", id)).data).toMatchObject({ restored: true });
  });

  test("is confirmed where it was when the client takes the request back", async () => {
    const { id, worker } = await movedOnce("2026-06-08");
    const waiting = await readReservation(w.clientCtx(), { id });
    expect(waiting.statut).toBe("demandee");
    expect(await cancelReservation(w.clientCtx(), { id, motif: "Finalement non" })).toMatchObject({
      statut: "annulee",
      prestation: {
        statut: "confirmee",
        date: "2026-06-08T09:00:00+02:00",
        duree: 2,
        intervenant_id: worker.id,
      },
    });
    expect((await lineOf("reservation.cancel", id)).data).toMatchObject({ restored: true });
  });

  test("is confirmed where it was when nobody answers, also after a second move", async () => {
    const { id, visit, at } = await movedOnce("2026-06-03");
    const again = await movePrestation(w.clientCtx(), { id: visit.id, date: at("16:00") });
    const second = again.reservation?.id ?? 0;
    expect(second).not.toBe(id);
    await expireReservations(system(new Date("2026-03-13T08:00:00Z")), {});
    expect(await readReservation(w.staffCtx(), { id: second })).toMatchObject({
      statut: "expiree",
      prestation: { statut: "confirmee", date: "2026-06-03T09:00:00+02:00" },
    });
    expect((await lineOf("reservation.expire", second)).data).toMatchObject({ restored: true });
  });

  test("is cancelled when its slot was given away meanwhile, and the refusal stands", async () => {
    const { id, worker, at } = await movedOnce("2026-06-04");
    await createReservation(w.clientCtx(), wizard({ date: at("10:00"), intervenant_id: worker.id }));
    expect(await refuseReservation(w.staffCtx(), { id, motif: "Complet" })).toMatchObject({
      statut: "refusee",
      prestation: { statut: "annulee" },
    });
    expect((await lineOf("reservation.refuse", id)).data).toMatchObject({ restored: false });
  });

  test("is cancelled when its time has passed", async () => {
    const { id } = await movedOnce("2026-06-05");
    const late = w.staffCtx({ now: new Date("2026-06-05T08:00:00Z") });
    expect(await refuseReservation(late, { id, motif: "Complet" })).toMatchObject({
      prestation: { statut: "annulee" },
    });
  });

  test("against a booking of the slot it left: never two visits at once, never a lost refusal", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, worker, at } = await movedOnce(`2026-06-${String(round + 15)}`);
      const booked = createReservation(
        w.clientCtx(),
        wizard({ date: at("10:00"), intervenant_id: worker.id }),
      );
      const [refused, other] = await Promise.allSettled([
        refuseReservation(w.staffCtx(), { id, motif: "Complet" }),
        booked,
      ]);
      if (refused.status === "rejected") throw refused.reason;
      expect(refused.value.statut).toBe("refusee");
      expect(refused.value.prestation.statut).toBe(other.status === "fulfilled" ? "annulee" : "confirmee");
    }
  });
});
