import type { objetsCle } from "@/db/states";

export type KeyObject = (typeof objetsCle)[number];
type Access = "read" | "write";

/** What a key opens, by object: `client:read`, `client:write` → clients may be read and changed. */
export function byAccess(portees: readonly string[]): Record<Access, KeyObject[]> {
  const of = (access: Access) =>
    portees
      .filter((portee) => portee.endsWith(`:${access}`))
      .map((portee) => portee.split(":")[0] as KeyObject);
  return { read: of("read"), write: of("write") };
}

/** The scopes on offer, grouped by object in their own order. */
export function byObject(portees: readonly string[]): { objet: KeyObject; acces: Access[] }[] {
  const groups = Map.groupBy(portees, (portee) => portee.split(":")[0] as KeyObject);
  return [...groups].map(([objet, of]) => ({
    objet,
    acces: of.map((portee) => portee.split(":")[1] as Access),
  }));
}
