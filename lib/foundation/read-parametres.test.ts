import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { arrange } from "./read-parametres";

const row = (cle: string, valeur: unknown, agenceId: number | null = null) => ({ cle, valeur, agenceId });

test("an agency's own value comes before the product's, and that before the default", () => {
  expect(arrange([]).of("alerte.retard", 3)).toBe(15);
  const product = [row("alerte.retard", 20)];
  expect(arrange(product).of("alerte.retard", 3)).toBe(20);
  const own = arrange([...product, row("alerte.retard", 45, 3)]);
  expect([own.of("alerte.retard", 3), own.of("alerte.retard", 4), own.of("alerte.retard")]).toEqual([
    45, 20, 20,
  ]);
  expect(own.largest("alerte.retard")).toBe(45);
});

test("what the list does not allow counts as none: out of bounds, another type, no value, an unknown key", () => {
  const spoilt = [
    row("alerte.retard", 4),
    row("alerte.avis_bas", "2"),
    row("rappel.heure", null),
    row("horaires", []),
    row("conservation.courriels", 400, 3),
  ];
  const { of } = arrange(spoilt);
  expect([of("alerte.retard"), of("alerte.avis_bas"), of("rappel.heure")]).toEqual([15, 2, 16]);
  expect(of("conservation.courriels", 3)).toBe(90);
});

test("in a statement it is a plain number until an agency has its own, then a choice by agency", () => {
  const text = (rows: ReturnType<typeof row>[]) =>
    new PgDialect().sqlToQuery(arrange(rows).sql("alerte.retard", sql.raw("p.agence_id")));
  expect(text([])).toMatchObject({ sql: "$1::integer", params: [15] });
  expect(text([row("alerte.retard", 45, 3)])).toMatchObject({
    sql: "case p.agence_id when $1::integer then $2::integer else $3::integer end",
    params: [3, 45, 15],
  });
});
