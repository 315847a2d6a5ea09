import type { Instance } from "../../../lib/plannings/optimiseur/instance.ts";
import type { Outcome } from "../../../lib/plannings/optimiseur/solve.ts";
import { type Hhcrsp, readHhcrsp, writeHhcrsp } from "./hhcrsp.ts";
import { readUhhc, type Uhhc, writeUhhc } from "./uhhc.ts";
import { type Convention, readVrptw, writeVrptw } from "./vrptw.ts";

export type Family = "hhcrsp" | "uhhc" | "vrptw";

/** A public instance: the problem, how its solution is written for the checkers, and the cost in its own unit. */
export type Case = {
  family: Family;
  instance: Instance;
  write: (outcome: Outcome) => unknown;
  cost: (outcome: Outcome) => number;
};

/** Reads an instance, whatever its family. Throws when it is none. */
export function readCase(text: string, convention: Convention): Case {
  if (!text.trimStart().startsWith("{")) {
    const instance = readVrptw(text, convention);
    return {
      family: "vrptw",
      instance,
      write: writeVrptw,
      cost: (outcome) => distance(instance, outcome, convention),
    };
  }
  const json: unknown = JSON.parse(text);
  const unified = json as Partial<Uhhc>;
  if (unified.terminal_points && unified.patients && unified.metadata?.cost_components) {
    const known = json as Uhhc;
    const instance = readUhhc(known);
    return {
      family: "uhhc",
      instance,
      write: (outcome) => writeUhhc(known, instance, outcome),
      cost: ({ cost }) => cost,
    };
  }
  const file = json as Partial<Hhcrsp>;
  if (!file.patients || !file.caregivers || !file.distances || !file.patients[0]?.required_caregivers)
    throw new Error("no known family");
  const known = file as Hhcrsp;
  const instance = readHhcrsp(known);
  return {
    family: "hhcrsp",
    instance,
    write: (outcome) => writeHhcrsp(known, instance, outcome),
    cost: ({ cost }) => cost,
  };
}

/** The way alone, without what the search pays for a vehicle. */
function distance({ cost, places }: Instance, { rows }: Outcome, convention: Convention): number {
  const sum = rows.reduce((total, row) => {
    const stops = [0, ...row.map((visit) => visit + 1), 0];
    return (
      total +
      (row.length === 0
        ? 0
        : stops
            .slice(1)
            .reduce((way, to, k) => way + (cost[(stops[k] as number) * places + to] as number), 0))
    );
  }, 0);
  return convention === "dimacs" ? sum / 10 : sum;
}
