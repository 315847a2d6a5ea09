import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTokenKey } from "../tokens";
import {
  openCheckpoint,
  openNote,
  readLogKey,
  readVerifierKey,
  signCheckpoint,
  signNote,
} from "./checkpoint";
import { addLeaf, emptyTree, leafOf, packTops, rootOf, unpackTops } from "./tree";

const sha = (...parts: Uint8Array[]) =>
  parts.reduce((all, part) => all.update(part), createHash("sha256")).digest();

/** RFC 6962 §2.1 as it is written there. */
function mth(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaves[0] as Buffer;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha(Buffer.from([1]), mth(leaves.slice(0, half)), mth(leaves.slice(half)));
}

describe("the tree of the log", () => {
  test("has the root of RFC 6962 at every size, also when it goes on from packed tops", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), fc.nat(70), (texts, at) => {
        const leaves = texts.map((text) => Buffer.from(leafOf(text), "hex"));
        let tree = emptyTree();
        for (const [index, leaf] of leaves.entries()) {
          expect(rootOf(tree)).toEqual(mth(leaves.slice(0, index)));
          if (index === at) tree = unpackTops(tree.size, packTops(tree));
          addLeaf(tree, leaf);
        }
        expect(rootOf(tree)).toEqual(mth(leaves));
      }),
    );
  });

  test("knows the published roots (certificate-transparency's test vectors)", () => {
    const tree = emptyTree();
    expect(rootOf(tree).toString("hex")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    for (const hex of ["", "00", "10"]) addLeaf(tree, sha(Buffer.from([0]), Buffer.from(hex, "hex")));
    expect(rootOf(tree).toString("hex")).toBe(
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    );
  });

  test("refuses tops that do not fit the size", () => {
    expect(() => unpackTops(3, Buffer.alloc(32))).toThrow(RangeError);
  });
});

describe("a checkpoint", () => {
  test("opens with its own key and with no other, and not once a letter of it was changed", async () => {
    const key = readLogKey(await newTokenKey());
    const other = readLogKey(await newTokenKey());
    const point = { size: 1234, root: sha(Buffer.from("root")) };
    const note = signCheckpoint(key, point);
    expect(note).toMatch(
      /^dihya\.audit\/[0-9a-f]{16}\n1234\n[\w+/]{43}=\n\n— dihya\.audit\/[0-9a-f]{16} \S+\n$/,
    );
    const verifier = readVerifierKey(key.verifierKey);
    expect(openCheckpoint(verifier, note)).toEqual(point);
    expect(openCheckpoint(readVerifierKey(other.verifierKey), note)).toBeNull();
    expect(openCheckpoint(verifier, note.replace("1234", "1233"))).toBeNull();
    const posed = signCheckpoint({ ...other, origin: key.origin }, point);
    expect(openCheckpoint(verifier, posed)).toBeNull();
  });

  test("is not taken for another kind of note, nor the other way round", async () => {
    const key = readLogKey(await newTokenKey());
    const verifier = readVerifierKey(key.verifierKey);
    const note = signNote(key, "dihya.audit/other\n5\n");
    expect(openNote(verifier, note)).toBe("dihya.audit/other\n5\n");
    expect(openCheckpoint(verifier, note)).toBeNull();
  });

  test("needs a verifier key whose parts fit each other", async () => {
    const { verifierKey } = readLogKey(await newTokenKey());
    expect(() => readVerifierKey(verifierKey.replace("dihya", "other"))).toThrow();
    expect(() => readVerifierKey("")).toThrow();
  });
});
