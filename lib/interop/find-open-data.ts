import { parseDate } from "@internationalized/date";
import type { Queryable } from "@/db/client";
import { type Cell, type Group, partition, peopleIn } from "./open-data";
import { selectCells, selectPublications } from "./open-data-store";
import type { Ligne } from "./schemas-open-data";

/** Etalab's open licence, version 2.0. */
export const LICENCE = "https://spdx.org/licenses/etalab-2.0.html";
const MONTHS = 24;
const FRESH_MS = 3_600_000;

export type OpenData = {
  groups: Group[];
  publishers: string[];
  /** Day of the last whole month, which is what changes the figures. */
  modifie: string;
  /** First and last day counted. */
  du: string;
  au: string;
};

let kept: { key: string; until: number; data: Promise<OpenData> } | undefined;

/**
 * The published figures of the last 24 whole months; counted at most once an hour in a process as long as the same
 * agencies publish.
 */
export async function findOpenData(db: Queryable, now: Date): Promise<OpenData> {
  const publishing = (await selectPublications(db)).filter(({ publie }) => publie);
  const month = parseDate(`${now.toISOString().slice(0, 7)}-01`);
  const said = publishing.map(({ id, modifieLe }) => `${id}:${modifieLe?.getTime()}`).join();
  const key = `${month} ${said}`;
  if (kept?.key === key && kept.until > now.getTime()) return kept.data;
  const du = month.subtract({ months: MONTHS }).toString();
  const data = selectCells(
    db,
    publishing.map(({ id }) => id),
    { du, avant: month.toString() },
  ).then((cells: Cell[]) => ({
    groups: partition(cells),
    publishers: publishing.map(({ nom }) => nom),
    modifie: month.toString(),
    du,
    au: month.subtract({ days: 1 }).toString(),
  }));
  kept = { key, until: now.getTime() + FRESH_MS, data };
  data.catch(() => {
    kept = undefined;
  });
  return data;
}

/** A group as it is published. */
export function ligneOf({ mois, activite, commune, cells }: Group): Ligne {
  const sum = (of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  return {
    mois,
    activite,
    ...(commune ? { commune } : {}),
    prestations: sum(({ prestations }) => prestations),
    heures: Math.round((sum(({ minutes }) => minutes) / 60) * 100) / 100,
    clients: peopleIn(cells),
  };
}
