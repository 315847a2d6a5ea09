import type { Queryable } from "@/db/client";
import { logKey, openCheckpoint, readVerifierKey, type Verifier } from "@/lib/foundation/audit/checkpoint";
import { addLeaf, emptyTree, rootOf } from "@/lib/foundation/audit/tree";
import { type Fault, leafBytes, pointsBetween, sealedCount } from "./verification-store";

const AT_ONCE = 50_000;
const LEAF_BYTES = 32;

type Found = { scellees: number; points: number; alterees: Fault[] };
/** A checkpoint that somebody kept outside: it must still hold. */
type Kept = { size: number; root: Buffer };

const faultOf = (taille: number, faute: Fault["faute"]): Fault => ({
  id: 0,
  flux: "checkpoint",
  seq: taille,
  faute,
});

/**
 * Builds the tree anew from the sealed leaves and holds it against every checkpoint: signature, size, root. `kept` are
 * checkpoints from outside. A checkpoint whose size no leaf reaches any more, or leaves that none covers, are named.
 */
export async function verifyTree(db: Queryable, kept: readonly string[]): Promise<Found> {
  const verifier = readVerifierKey(logKey().verifierKey);
  const found: Found = { scellees: 0, points: 0, alterees: [] };
  const outside = keptPoints(verifier, kept, found.alterees);
  const tree = emptyTree();
  const { nombre, dernier } = await sealedCount(db);
  let covered = 0;
  let wrong = false;
  const judge = (size: number, root: Buffer | undefined) => {
    if (!root) found.alterees.push(faultOf(size, "signature"));
    // What is behind the first wrong root is wrong too: one line says where it begins.
    else if (!wrong && !rootOf(tree).equals(root)) {
      wrong = true;
      found.alterees.push(faultOf(size, "racine"));
    }
  };
  while (tree.size < nombre && nombre === dernier + 1) {
    const from = tree.size;
    const leaves = await leafBytes(db, from, AT_ONCE);
    const points = await pointsBetween(db, from, from + AT_ONCE);
    let at = 0;
    for (let start = 0; start < leaves.length; start += LEAF_BYTES) {
      addLeaf(tree, leaves.subarray(start, start + LEAF_BYTES));
      for (let point = points[at]; point?.taille === tree.size; point = points[++at]) {
        const opened = openCheckpoint(verifier, point.texte);
        judge(tree.size, opened?.size === tree.size ? opened.root : undefined);
        covered = tree.size;
      }
      for (const root of outside.get(tree.size) ?? []) judge(tree.size, root);
      outside.delete(tree.size);
    }
    found.points += points.length;
  }
  return closed(db, found, { tree: tree.size, nombre, dernier, covered, outside });
}

type Ends = {
  tree: number;
  nombre: number;
  dernier: number;
  covered: number;
  outside: Map<number, Buffer[]>;
};

async function closed(db: Queryable, found: Found, ends: Ends): Promise<Found> {
  const { tree, nombre, dernier, covered, outside } = ends;
  if (nombre !== dernier + 1) found.alterees.push(faultOf(dernier + 1, "rang"));
  // Leaves are written with their checkpoint, in one transaction.
  else if (covered !== tree) found.alterees.push(faultOf(tree, "point"));
  const beyond = await pointsBetween(db, tree, Number.MAX_SAFE_INTEGER);
  const shorter = [...beyond.map(({ taille }) => taille), ...[...outside.keys()].filter((size) => size > 0)];
  if (nombre === dernier + 1 && shorter.length > 0)
    found.alterees.push(faultOf(Math.max(...shorter), "recul"));
  return { ...found, scellees: nombre };
}

function keptPoints(verifier: Verifier, notes: readonly string[], faults: Fault[]): Map<number, Buffer[]> {
  const points = new Map<number, Buffer[]>();
  for (const note of notes) {
    const point: Kept | null = openCheckpoint(verifier, note);
    if (point) points.set(point.size, [...(points.get(point.size) ?? []), point.root]);
    else faults.push(faultOf(0, "signature"));
  }
  return points;
}
