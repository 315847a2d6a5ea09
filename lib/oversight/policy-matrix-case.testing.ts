import type { ActorRole } from "@/lib/foundation/context";
import type { RefusalCode } from "@/lib/foundation/errors";
import { contextFor } from "@/lib/foundation/testing";
import { createRecommandation } from "@/lib/ia/create-recommandation";
import {
  absentObjects,
  type MatrixWorld,
  type Objects,
  paid,
  type Target,
} from "./policy-matrix-world.testing";

type Input = Record<string, unknown>;

/** `object`: the call aims at one object. `self`: it aims at nobody's. `list`: what it shows must be within reach. */
export type Case =
  | { kind: "self"; input: Input }
  | { kind: "list"; input: Input; owner: (row: Record<string, number>) => Partial<Objects> }
  | {
      kind: "object";
      input: (world: MatrixWorld, target: Target, role: ActorRole) => Promise<Input>;
      absent?: RefusalCode;
    };

/** A failed job that nobody knows. */
export const unknownJob = "3f0c1a52-6f0e-4d53-9b7c-0d2a8a1c7e11";

export const self = (input: Input = {}): Case => ({ kind: "self", input });
export const whose = (world: MatrixWorld, target: Target) =>
  target === "missing" ? absentObjects : world.objects[target];

/** Aims at a row made for the call, by its id. */
export function made(
  make: (world: MatrixWorld, who: Objects, role: ActorRole) => Promise<{ id: number }>,
  rest: Input = {},
): Case {
  return {
    kind: "object",
    input: async (world, target, role) => {
      const id =
        target === "missing" ? absentObjects.clientId : (await make(world, whose(world, target), role)).id;
      return { id, ...rest };
    },
  };
}
/** Aims at a person or an agency by a field of the input. */
export function aimed(field: string, key: keyof Objects, rest: Input = {}, absent?: RefusalCode): Case {
  return {
    kind: "object",
    absent,
    input: async (world, target) => ({ [field]: whose(world, target)[key], ...rest }),
  };
}
export const list = (owner: (row: Record<string, number>) => Partial<Objects>, input: Input = {}): Case => ({
  kind: "list",
  owner,
  input,
});

/** A client's certificate of a year in which they paid. */
export function certificate(): Case {
  return {
    kind: "object",
    input: async (world, target) => {
      const { clientId } = target === "missing" ? absentObjects : await paid(world, whose(world, target));
      return { annee: 2025, client_id: clientId };
    },
  };
}

/** A visit to be, at which the matrix has nobody busy. */
export const wanted = (world: MatrixWorld, clientId: number): Input => ({
  client_id: clientId,
  type: world.code,
  date: "2030-03-12T10:00:00",
  duree: 1,
});

/** A proposal that waits for a person. */
export const proposal = (world: MatrixWorld, who: Objects) =>
  createRecommandation(contextFor(world.db, world.actors.admin), wanted(world, who.clientId));
