import type { VisitePubliee } from "./store";

/** How many visits are new, changed (time or person) or gone. */
export type Compte = { nouvelles: number; changees: number; retirees: number };
export type Changements = {
  total: Compte;
  clients: Map<number, Compte>;
  intervenants: Map<number, Compte>;
};

/**
 * What has changed since a week was last published, for whom. A visit that changes hands is gone for one person, new
 * for the other, and changed for its client; people for whom nothing changed are not there.
 */
export function changementsEntre(
  avant: readonly VisitePubliee[],
  apres: readonly VisitePubliee[],
): Changements {
  const out: Changements = { total: zero(), clients: new Map(), intervenants: new Map() };
  const before = new Map(avant.map((visite) => [visite.id, visite]));
  const after = new Map(apres.map((visite) => [visite.id, visite]));
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    if (was && is && isSame(was, is)) continue;
    const kind = was === undefined ? "nouvelles" : is === undefined ? "retirees" : "changees";
    out.total[kind] += 1;
    add(out.clients, (is ?? was)?.client ?? null, kind);
    const stays = was?.intervenant === is?.intervenant;
    if (stays) add(out.intervenants, is?.intervenant ?? null, kind);
    else {
      add(out.intervenants, was?.intervenant ?? null, "retirees");
      add(out.intervenants, is?.intervenant ?? null, "nouvelles");
    }
  }
  return out;
}

const zero = (): Compte => ({ nouvelles: 0, changees: 0, retirees: 0 });

const isSame = (a: VisitePubliee, b: VisitePubliee) =>
  Date.parse(a.debut) === Date.parse(b.debut) &&
  Date.parse(a.fin) === Date.parse(b.fin) &&
  a.intervenant === b.intervenant;

function add(people: Map<number, Compte>, id: number | null, kind: keyof Compte): void {
  if (id === null) return;
  const compte = people.get(id) ?? zero();
  compte[kind] += 1;
  people.set(id, compte);
}
