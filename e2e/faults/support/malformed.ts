import { malformedBodies } from "./malformed-bodies.ts";
import { malformedHeads } from "./malformed-heads.ts";
import type { Random } from "./random.ts";

/** A request that is wrong on purpose. */
export type Malformed = {
  what: string;
  bytes: Buffer;
  /** It ends before its own end: its sender hangs up when nothing comes, and no answer may be due. */
  unfinished: boolean;
  /** Where an answer that refuses must be a problem document: everywhere but on pages. */
  page: boolean;
};

export type Target = { method: string; path: string; page: boolean; token: string };
export type Maker = (
  target: Target,
  random: Random,
) => Omit<Malformed, "what" | "page" | "unfinished"> & { unfinished?: boolean };

const makers: [string, Maker][] = [...malformedHeads, ...malformedBodies];

const apiTargets: [string, string][] = [
  ["GET", "/clients/"],
  ["GET", "/prestations/7/"],
  ["POST", "/clients/"],
  ["POST", "/prestations/"],
  ["PATCH", "/clients/1/"],
  ["POST", "/auth/token/"],
  ["POST", "/reservations/"],
  ["DELETE", "/prestations/999999/"],
  ["GET", "/nowhere/"],
  ["POST", "/imports/"],
];
const pageTargets = [
  "/fr",
  "/fr/connexion",
  "/ar/services",
  "/fr/gestion/clients",
  "/api/auth/csrf",
  "/api/docs",
];

/** `count` wrong requests, each kind against an address of the API three times of four, else against a page. */
export function malformedRequests(count: number, token: string, random: Random): Malformed[] {
  return Array.from({ length: count }, (_, index) => {
    const [what, make] = makers[index % makers.length] as [string, Maker];
    const page = random.below(4) === 0;
    const [method, path] = page
      ? [random.of(["GET", "POST"]), random.of(pageTargets)]
      : random.of(apiTargets);
    const address = page ? path : `/api/services_personne${path}`;
    const target = { method, path: address, page, token };
    return { what: `${what} ${method} ${address}`, unfinished: false, page, ...make(target, random) };
  });
}

/** How many kinds of wrong there are. */
export const kinds = makers.length;
