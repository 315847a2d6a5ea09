import type { Finding, Import, Source } from "./source.ts";

/** Lowest first: a slice imports only slices before it. */
export const slices = [
  "organisation",
  "clients",
  "intervenants",
  "activites",
  "prestations",
  "reservations",
  "plannings",
  "factures",
  "avis",
  "ia",
  "notifications",
  "rapports",
  "interop",
  "rgpd",
  "incidents",
  "oversight",
  "integrite",
];

/** Which rooms each room may enter; `slices` stands for all of them. */
const doors: Record<string, string[]> = {
  app: ["components", "delivery", "slices", "foundation", "i18n", "messages"],
  components: ["i18n", "messages"],
  delivery: ["foundation", "db", "i18n", "messages"],
  worker: ["delivery", "slices", "foundation", "i18n", "db"],
  foundation: ["db", "i18n"],
  i18n: ["messages"],
  db: [],
  server: ["app", "worker", "delivery", "slices", "foundation", "db", "i18n"],
  scripts: ["db", "i18n", "messages", "foundation"],
  e2e: ["messages", "bench", "scripts"],
  messages: [],
  bench: ["scripts", "db", "slices", "foundation"],
  root: ["i18n", "scripts", "e2e"],
};

/** Words and arithmetic that touch nothing: every room may use them. */
const common = new Set(["db/states.ts", "lib/foundation/money.ts"]);

/** Each import goes down the house, never up nor sideways. */
export function checkDirections(source: Source): Finding[] {
  return source.imports.flatMap((link) => {
    const message = link.target && refusal(source.path, link.target);
    return message ? [finding(source, link, "direction", message)] : [];
  });
}

/** Tables belong to stores, and a store to its slice. */
export function checkTables(source: Source): Finding[] {
  const { path } = source;
  const isStore = /(^|[/-])store\.ts$/.test(path);
  const mayReadTables = isStore || isTest(path) || ["foundation", "db"].includes(roomOf(path));
  return source.imports.flatMap((link) => {
    const target = link.target ?? "";
    if (target.startsWith("db/schema/") && !mayReadTables)
      return [finding(source, link, "tables", "only store.ts, lib/foundation and db import tables")];
    if (/(^|[/-])store\.ts$/.test(target) && roomOf(target) !== roomOf(path))
      return [
        finding(source, link, "private-store", "a store is private to its slice: call a query of that slice"),
      ];
    return [];
  });
}

function refusal(from: string, to: string): string | undefined {
  const here = roomOf(from);
  const there = roomOf(to);
  if (here === there || (common.has(to) && !["db", "e2e"].includes(here))) return undefined;
  // A test may knock at any door: nothing imports a test, so it makes no ring.
  if (isTest(from)) return undefined;
  if (slices.includes(here)) return sliceRefusal(here, there);
  const open = doors[here] ?? [];
  if (open.includes(there)) return undefined;
  if (slices.includes(there)) {
    if (open.includes("slices")) return undefined;
    if (here === "components" && /\/(schemas|present)(-[\w-]+)?\.ts$/.test(to)) return undefined;
  }
  return `${here} may not import ${there} (${to})`;
}

function sliceRefusal(here: string, there: string): string | undefined {
  if (["foundation", "i18n", "db", "messages"].includes(there)) return undefined;
  if (!slices.includes(there)) return `a slice may not import ${there}`;
  if (slices.indexOf(there) < slices.indexOf(here)) return undefined;
  return `${here} is below ${there}: a slice imports only lower ones`;
}

/** The room a file is in: a slice's name, or app, components, delivery, db… */
export function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  if (top === "lib") return second;
  return path.includes("/") ? top : "root";
}

function isTest(path: string): boolean {
  return /(\.test\.tsx?|[/.-]testing\.ts)$/.test(path);
}

function finding({ path }: Source, { line }: Import, rule: string, message: string): Finding {
  return { path, line, rule, message };
}
