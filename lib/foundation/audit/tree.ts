import { hash } from "node:crypto";

const HASH_BYTES = 32;

/** Lower-case hexadecimal leaf hash of an entry: SHA-256(0x00 ‖ canonical text), as in RFC 6962. */
export const leafOf = (canon: string): string => hash("sha256", Buffer.from(`\0${canon}`, "utf8"), "hex");

const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** SHA-256(0x01 ‖ left ‖ right). */
function nodeOf(left: Buffer, right: Buffer): Buffer {
  left.copy(pair, 1);
  right.copy(pair, 1 + HASH_BYTES);
  return hash("sha256", pair, "buffer");
}

/**
 * The Merkle tree of RFC 6962 as the tops of its complete subtrees, largest first: about log2(size) hashes, so that
 * adding leaves costs the new ones only.
 */
export type Tree = { size: number; tops: Buffer[] };

export const emptyTree = (): Tree => ({ size: 0, tops: [] });

/** Adds one leaf (32 bytes) at the end, in place. */
export function addLeaf(tree: Tree, leaf: Buffer): void {
  let node = leaf;
  for (let count = tree.size; count % 2 === 1; count = (count - 1) / 2)
    node = nodeOf(tree.tops.pop() as Buffer, node);
  tree.tops.push(node);
  tree.size += 1;
}

/** The root; of an empty tree SHA-256 of nothing. */
export function rootOf({ tops }: Tree): Buffer {
  const last = tops.at(-1);
  if (!last) return hash("sha256", Buffer.alloc(0), "buffer");
  return tops.slice(0, -1).reduceRight((right, left) => nodeOf(left, right), last);
}

/** The tops in one piece, as they are kept beside a checkpoint. */
export const packTops = ({ tops }: Tree): Buffer => Buffer.concat(tops);

/** The tree that `packTops` kept. Throws RangeError when the number of tops does not fit the size. */
export function unpackTops(size: number, packed: Uint8Array): Tree {
  const bytes = Buffer.from(packed);
  const ones = [...size.toString(2)].filter((bit) => bit === "1").length;
  if (bytes.length !== ones * HASH_BYTES)
    throw new RangeError(`${bytes.length} bytes of tops for ${size} leaves`);
  const tops = Array.from({ length: ones }, (_, index) =>
    bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
  return { size, tops };
}
