import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { verifyAll } from "./verify-all";

let w: VisitWorld;
let owner: postgres.Sql;
beforeAll(async () => {
  w = await visitWorld();
  owner = postgres(w.world.url, { max: 1, onnotice: () => {} });
});
afterAll(() => owner.end());

const doubles = async () =>
  (await verifyAll(w.auditCtx(), async () => {})).anomalies
    .filter(({ faute }) => faute === "doublon")
    .map(({ id }) => Number(id))
    .sort((a, b) => a - b);
const visit = async (date: string) =>
  (
    await createPrestation(w.staffCtx(), {
      client_id: w.client.id,
      intervenant_id: w.nadia.id,
      type: "menage",
      date,
      duree: 2,
    })
  ).id;

test("two visits of one person at once: without the database's own rule the check still names both", async () => {
  const one = await visit("2026-04-14T09:00:00");
  const two = await visit("2026-04-15T09:00:00");
  // One that begins where another ends is none.
  await visit("2026-04-15T11:00:00");
  const onto = () => owner`update prestations set (debut, fin) =
    (select debut + interval '1 hour', fin + interval '1 hour' from prestations where id = ${one}) where id = ${two}`;
  await expect(onto()).rejects.toMatchObject({ code: "23P01" });
  expect(await doubles()).toEqual([]);
  await owner`alter table prestations drop constraint prestations_pas_de_chevauchement`;
  await onto();
  expect(await doubles()).toEqual([one, two]);
  await owner`update prestations set statut = 'annulee' where id = ${one}`;
  expect(await doubles()).toEqual([]);
});
