import { existsSync, readFileSync } from "node:fs";

/** `path § part of the test's name`, or a document; several are parted by ` | `. */
export const proofsOf = (evidence: string) =>
  evidence
    .split(" | ")
    .filter(Boolean)
    .map((one) => one.split(" § "));

/** What a line claims and cannot show. */
export function wrongIn({ id, evidence }: { id: string; evidence: string }): string[] {
  return proofsOf(evidence).flatMap(([path = "", name]) => {
    if (!existsSync(path)) return [`${id}: there is no ${path}`];
    if (name === undefined || readFileSync(path, "utf8").includes(name)) return [];
    return [`${id}: ${path} has no test «${name}»`];
  });
}
