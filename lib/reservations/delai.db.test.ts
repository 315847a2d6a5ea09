import { beforeAll, expect, test } from "vitest";
import { actor, contextFor } from "@/lib/foundation/testing";
import { updateParametre } from "@/lib/organisation/update-parametre";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createReservation } from "./create-reservation";
import { listCreneaux } from "./list-creneaux";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

const first = async () => {
  const found = await listCreneaux(w.clientCtx(), {
    type: "menage",
    duree: 2,
    du: "2026-03-10",
    au: "2026-03-12",
  });
  return found.results[0]?.creneaux[0]?.date;
};

test("an agency that wants a day's notice offers nothing sooner, and takes nothing sooner from a client", async () => {
  expect(await first()).toBe("2026-03-10T11:00:00+01:00");
  const admin = contextFor(w.db, actor("admin"));
  await updateParametre(admin, { cle: "reservation.delai", valeur: 24, agence_id: w.agence.id });
  expect(await first()).toBe("2026-03-11T09:00:00+01:00");
  const ask = (date: string) => createReservation(w.clientCtx(), { type: "menage", duree: 2, date });
  await expect(ask("2026-03-10T14:00:00")).rejects.toMatchObject({ code: "tooSoon" });
  expect(await ask("2026-03-11T09:00:00")).toMatchObject({ statut: "demandee" });
});
