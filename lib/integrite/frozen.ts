import { sha256 } from "@/lib/foundation/canonical";
import type { Link } from "./facture-faults-store";
import type { Faute } from "./schemas";

type Frozen = {
  numero?: string;
  date_emission?: string;
  total_ht?: number;
  total_ttc?: number;
  client?: { id?: number };
  lignes?: { montant_ttc: number }[];
  frais?: { montant_ttc: number }[];
};

/**
 * What is wrong with the sealed part of an issued document: its seals, what was frozen beside what its row and lines
 * say, and the stored file beside its fingerprint.
 */
export function frozenFaults(link: Link): Faute[] {
  if (link.broken) return ["sceau"];
  if (link.detruit) return isEmpty(link) ? [] : ["destruction"];
  const faults: Faute[] = [];
  if (!agrees(link)) faults.push("instantane");
  const { fichier } = link;
  const altered =
    fichier && (sha256(fichier.contenu) !== fichier.sha256 || fichier.contenu.length !== fichier.taille);
  if (altered) faults.push("fichier");
  return faults;
}

/** Nothing is left of what was destroyed, nor stands there in its place. */
const isEmpty = ({ instantane, fichier }: Link) => !instantane && (fichier?.contenu.length ?? 0) === 0;

function agrees({ ligne, montants, instantane }: Link): boolean {
  const frozen = (instantane ?? {}) as Frozen;
  const lines = [...(frozen.lignes ?? []), ...(frozen.frais ?? [])].map((line) => line.montant_ttc);
  return (
    frozen.numero === ligne.numero &&
    frozen.date_emission === ligne.date_emission &&
    frozen.total_ht === ligne.total_ht &&
    frozen.total_ttc === ligne.total_ttc &&
    frozen.client?.id === ligne.client_id &&
    lines.sort((a, b) => a - b).join() === montants.join()
  );
}
