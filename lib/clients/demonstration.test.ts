import { expect, test } from "vitest";
import { makeClients } from "@/db/seed/clients";
import { makeIntervenants } from "@/db/seed/intervenants";
import { worldAt } from "@/db/seed/world";
import { searchText } from "./client";

test("the people of the demonstration are found by the same words as people entered by hand", () => {
  const world = worldAt("2026-11-24");
  const people = [...makeClients(world), ...makeIntervenants(world)];
  expect(people.length).toBe(240);
  for (const { prenom, nom, email = "", telephone = "", recherche } of people)
    expect(recherche).toBe(searchText({ prenom, nom, email, telephone }));
});
