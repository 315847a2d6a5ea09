import { expect, test } from "vitest";
import { makeClients } from "@/db/seed/clients";
import { makeIntervenants } from "@/db/seed/intervenants";
import { worldAt } from "@/db/seed/world";
import { personPrints } from "@/lib/foundation/person-search";

test("the people of the demonstration are found by the same words as people entered by hand", () => {
  const world = worldAt("2026-11-24");
  const lists = { clients: makeClients(world), intervenants: makeIntervenants(world) };
  for (const [table, people] of Object.entries(lists)) {
    expect(people.length).toBeGreaterThan(30);
    for (const person of people)
      expect(person.recherche).toEqual(personPrints(table as "clients", person).recherche);
  }
});
