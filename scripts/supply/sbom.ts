import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "../home.ts";
import { licenceOf } from "./licences.ts";
import {
  installed,
  type Locked,
  type Lockfile,
  type Manifest,
  nameOf,
  readLockfile,
  readManifest,
} from "./lockfile.ts";

const file = join(root, "dist", "sbom.cdx.json");

/**
 * What the product is made of, as CycloneDX 1.6 (ECMA-424): every package of the lockfile with version, licence, hash
 * and what it needs. The same lockfile gives the same document, byte for byte.
 */
export function bomOf(lock: Lockfile, manifest: Manifest) {
  const all = installed(lock);
  const refs = new Map(all.map(([place, one]) => [place, purl(nameOf(place), one.version)]));
  const product = `pkg:npm/${manifest.name}@${manifest.version}`;
  const own = lock.packages[""] as Locked & { devDependencies?: Record<string, string> };
  const needs = [
    { ref: product, dependsOn: dependsOn("", { ...own, peerDependencies: own.devDependencies }, refs) },
    ...all.map(([place, one]) => ({
      ref: refs.get(place) as string,
      dependsOn: dependsOn(place, one, refs),
    })),
  ];
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(lock))}`,
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": product,
        name: manifest.name,
        version: manifest.version,
        licenses: [{ license: { id: manifest.license } }],
        purl: product,
      },
    },
    components: unique(all.map(([place, one]) => componentOf(nameOf(place), one))),
    dependencies: merged(needs),
  };
}

const purl = (name: string, version: string) => `pkg:npm/${name.replace("@", "%40")}@${version}`;

function componentOf(name: string, one: Locked) {
  const licence = licenceOf(name, one.license);
  const hash = one.integrity && Buffer.from(one.integrity.slice("sha512-".length), "base64").toString("hex");
  return {
    type: "library",
    "bom-ref": purl(name, one.version),
    name,
    version: one.version,
    // Tools of development are in no running product, and of the optional ones only those for its machine.
    scope: one.dev ? "excluded" : one.optional ? "optional" : "required",
    ...(hash ? { hashes: [{ alg: "SHA-512", content: hash }] } : {}),
    licenses: licence ? [/[ (]/.test(licence) ? { expression: licence } : { license: { id: licence } }] : [],
    purl: purl(name, one.version),
  };
}

/** What a package needs, found as Node finds it: in its own folder, then in each folder above. */
function dependsOn(place: string, one: Locked, refs: Map<string, string>): string[] {
  const names = Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...one.peerDependencies });
  return names.flatMap((name) => {
    for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
      const found = refs.get(folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`);
      if (found || folder === "") return found ? [found] : [];
    }
  });
}

function unique<T extends { "bom-ref": string }>(list: T[]): T[] {
  return [...new Map(list.map((one) => [one["bom-ref"], one])).values()].sort((a, b) =>
    a["bom-ref"] < b["bom-ref"] ? -1 : 1,
  );
}

/** One version may lie in several places, each with its own needs. */
function merged(list: { ref: string; dependsOn: string[] }[]) {
  const needs = new Map<string, Set<string>>();
  for (const { ref, dependsOn } of list) needs.set(ref, new Set([...(needs.get(ref) ?? []), ...dependsOn]));
  return [...needs].map(([ref, set]) => ({ ref, dependsOn: [...set].sort() }));
}

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (import.meta.main) {
  const bom = bomOf(readLockfile(), readManifest());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`${bom.components.length} components in ${relative(root, file)}`);
}
