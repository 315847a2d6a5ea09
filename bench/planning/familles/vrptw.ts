import { buildInstance } from "../../../lib/plannings/optimiseur/build.ts";
import type { Instance } from "../../../lib/plannings/optimiseur/instance.ts";
import type { Outcome } from "../../../lib/plannings/optimiseur/solve.ts";

export type Convention = "dimacs" | "sintef";
type Node = { x: number; y: number; demand: number; ready: number; due: number; service: number };

/** Reads a Solomon file. Times and costs in tenths (dimacs: truncated) or as they are (sintef: vehicles first). */
export function readVrptw(text: string, convention: Convention): Instance {
  let fleet = 0;
  let capacity = 0;
  const nodes: Node[] = [];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    const fields = line.split(/\s+/).map(Number);
    if (/^NUMBER\s+CAPACITY/i.test(line))
      [fleet = 0, capacity = 0] = (lines[index + 1] ?? "").split(/\s+/).map(Number);
    else if (fields.length === 7 && fields.every(Number.isFinite)) {
      const [, x = 0, y = 0, demand = 0, ready = 0, due = 0, service = 0] = fields;
      nodes.push({ x, y, demand, ready, due, service });
    }
  }
  if (!fleet || !capacity || nodes.length < 2) throw new Error("not a Solomon file");
  const scale = convention === "dimacs" ? 10 : 1;
  const round = convention === "dimacs" ? Math.floor : (value: number) => value;
  const places = nodes.length;
  const matrix = Float64Array.from({ length: places * places }, (_, k) => {
    const a = nodes[Math.floor(k / places)] as Node;
    const b = nodes[k % places] as Node;
    return round(scale * Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2));
  });
  const [depot, ...customers] = nodes as [Node, ...Node[]];
  const longest = matrix.reduce((most, one) => Math.max(most, one), 0);
  const tours = Array.from({ length: fleet }, (_, person) => ({
    person,
    kind: 0,
    start: 0,
    end: 0,
    open: depot.ready * scale,
    hardClose: depot.due * scale,
    capacity,
    // By SINTEF's convention fewer vehicles come before shorter ways.
    fixedCost: convention === "sintef" ? longest * 4 : 0,
  }));
  return buildInstance({
    places,
    time: matrix,
    cost: matrix,
    tours,
    visits: customers.map((customer, index) => ({
      place: index + 1,
      duration: customer.service * scale,
      windows: [[customer.ready * scale, customer.due * scale]],
      hardLatest: customer.due * scale,
      demand: customer.demand,
      omission: longest * 20,
      tours: tours.map(({ person }) => ({ tour: person })),
    })),
    weights: { travel: 1, tardiness: 0, maxTardiness: 0 },
  });
}

/** Customers by route, as the independent checker reads them. */
export const writeVrptw = ({ rows }: Outcome) => ({
  routes: rows.filter((row) => row.length > 0).map((row) => row.map((visit) => visit + 1)),
});
