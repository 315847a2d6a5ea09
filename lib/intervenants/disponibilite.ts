export type Hours = { jour: number; heure_debut: string; heure_fin: string; du: string; au: string | null };

/**
 * The first weekly hours that cannot stand: index and field at fault, or null. They must end after they begin, their
 * dates too, and two of the same weekday may not overlap while both are valid.
 */
export function firstFault(list: readonly Hours[]): { index: number; field: keyof Hours } | null {
  for (const [index, one] of list.entries()) {
    if (one.heure_fin <= one.heure_debut) return { index, field: "heure_fin" };
    if (one.au !== null && one.au < one.du) return { index, field: "au" };
    if (list.slice(0, index).some((other) => overlap(one, other))) return { index, field: "heure_debut" };
  }
  return null;
}

function overlap(a: Hours, b: Hours): boolean {
  const sameDay = a.jour === b.jour && a.heure_debut < b.heure_fin && b.heure_debut < a.heure_fin;
  return sameDay && (b.au === null || a.du <= b.au) && (a.au === null || b.du <= a.au);
}
