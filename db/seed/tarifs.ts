import type { tarifs } from "../schema/activites";
import { activitesFrancaises } from "./data/activites";
import { prixDemo } from "./data/agences";

type TarifRow = typeof tarifs.$inferInsert;

/** Prices of the three agencies: two effective-dated rows where the price rose on 1 January 2026. */
export function makeTarifs(): TarifRow[] {
  const rows: TarifRow[] = [];
  const add = (row: Omit<TarifRow, "id">) => rows.push({ id: rows.length + 1, ...row });
  for (const activite of activitesFrancaises) {
    const [before, after, tizi, tvaFrance, tvaAlgerie, minimumMin] = prixDemo[activite.code] ?? [];
    if (!before || tvaFrance === undefined || tvaAlgerie === undefined || minimumMin === undefined) continue;
    for (const [agenceId, percent] of [
      [1, 100],
      [2, 96],
    ] as const) {
      const common = { agenceId, activiteId: activite.numero, minimumMin, tauxTvaBp: tvaFrance };
      const price = (cents: number) => Math.round((cents * percent) / 100);
      add({ ...common, prixHoraireTtc: price(before), du: "2024-01-01", au: after ? "2025-12-31" : null });
      if (after) add({ ...common, prixHoraireTtc: price(after), du: "2026-01-01", au: null });
    }
    if (tizi) {
      const common = { agenceId: 3, activiteId: activite.numero, minimumMin, tauxTvaBp: tvaAlgerie };
      add({ ...common, prixHoraireTtc: tizi, du: "2024-01-01", au: null });
    }
  }
  return rows;
}

export type Prix = { prixHoraireTtc: number; minimumMin: number; tauxTvaBp: number };
export type PriceBook = (agenceId: number, activiteId: number, date: string) => Prix;

/** The price in force on a civil date; throws when the agency does not offer the activity. */
export function priceBook(rows: readonly TarifRow[]): PriceBook {
  const byKey = new Map<string, TarifRow[]>();
  for (const row of rows) {
    const key = `${row.agenceId}:${row.activiteId}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return (agenceId, activiteId, date) => {
    const row = byKey
      .get(`${agenceId}:${activiteId}`)
      ?.find((candidate) => candidate.du <= date && (!candidate.au || date <= candidate.au));
    if (!row) throw new Error(`no price for activity ${activiteId} in agency ${agenceId} on ${date}`);
    return {
      prixHoraireTtc: row.prixHoraireTtc,
      minimumMin: row.minimumMin ?? 60,
      tauxTvaBp: row.tauxTvaBp,
    };
  };
}
