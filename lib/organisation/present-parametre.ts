import { type CleParametre, parametresConnus } from "@/lib/foundation/parametres";
import { arrange } from "@/lib/foundation/read-parametres";
import type { ParametreRow } from "./parametre-store";
import type { ParametreShape } from "./schemas-parametre";

/** A setting at one level: of an agency, or of the product. `rows`: those that decide about it. */
export function presentParametre(
  cle: CleParametre,
  agenceId: number | undefined,
  rows: readonly ParametreRow[],
): ParametreShape {
  const known = parametresConnus[cle];
  const mine = rows.filter((row) => row.cle === cle);
  const here = mine.find((row) => row.agenceId === (agenceId ?? null));
  const { of } = arrange(mine);
  const isOwn = known.valeur.safeParse(here?.valeur).success;
  const above = agenceId === undefined ? known.defaut : of(cle);
  return {
    cle,
    agence_id: agenceId ?? null,
    valeur: of(cle, agenceId),
    source: sourceOf(isOwn, agenceId, mine),
    herite: above,
    defaut: known.defaut,
    minimum: known.valeur.minValue ?? 0,
    maximum: known.valeur.maxValue ?? 0,
    unite: known.unite,
    par_agence: known.parAgence,
    version: here?.version ?? 0,
    modifie_le: here?.modifieLe.toISOString() ?? null,
  };
}

function sourceOf(isOwn: boolean, agenceId: number | undefined, rows: readonly ParametreRow[]) {
  if (isOwn && agenceId !== undefined) return "agence";
  return rows.some((row) => row.agenceId === null && row.valeur !== null) ? "produit" : "defaut";
}
