import { describe, expect, test } from "vitest";
import { checkInstallScripts } from "./install-scripts.ts";
import { checkLicences, isFree } from "./licences.ts";
import {
  checkPins,
  installed,
  type Lockfile,
  type Manifest,
  nameOf,
  readLockfile,
  readManifest,
} from "./lockfile.ts";
import { bomOf } from "./sbom.ts";

const lock = readLockfile();
const manifest = readManifest();
const hash = `sha512-${Buffer.alloc(64, 7).toString("base64")}`;

/** The lockfile with one package more. */
const withOne = (one: Partial<Lockfile["packages"][string]>): Lockfile => ({
  ...lock,
  packages: {
    ...lock.packages,
    "node_modules/newcomer": { version: "1.0.0", license: "MIT", integrity: hash, ...one },
  },
});

describe("what the product is made of", () => {
  test("is pinned, free, and runs nothing unknown when installed", () => {
    expect([...checkPins(lock, manifest), ...checkLicences(lock), ...checkInstallScripts(lock)]).toEqual([]);
  });

  test.each([
    ["another registry", { resolved: "https://packages.example/newcomer.tgz" }],
    ["an address of git", { resolved: "git+ssh://git@github.com/a/newcomer.git" }],
    ["no hash", { integrity: undefined }],
    ["a weak hash", { integrity: "sha1-abc" }],
    ["a link", { link: true }],
  ])("is refused from %s", (_, one) => {
    expect(checkPins(withOne(one), manifest)).toHaveLength(1);
  });

  test("is refused with a version that may move", () => {
    for (const version of ["^1.0.0", "~1.0.0", "1.x", "*", "latest", "github:a/b"]) {
      const moving: Manifest = { ...manifest, dependencies: { ...manifest.dependencies, newcomer: version } };
      expect(checkPins(lock, moving), version).toHaveLength(1);
    }
  });

  test.each([
    "GPL-3.0-only",
    "AGPL-3.0-or-later",
    "BUSL-1.1",
    "SSPL-1.0",
    "UNLICENSED",
    "SEE LICENSE IN x",
    "",
    undefined,
  ])("is refused under the licence %j", (license) => {
    expect(checkLicences(withOne({ license }))).toHaveLength(1);
  });

  test("is refused when it begins to run something at installation", () => {
    expect(checkInstallScripts(withOne({ hasInstallScript: true }))[0]).toMatch(/^newcomer: runs/);
  });
});

describe("isFree", () => {
  test.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["MIT AND GPL-3.0-only", false],
    ["(MIT OR Apache-2.0) AND GPL-2.0-only", false],
    ["GPL-3.0-only OR (MIT AND BSD-2-Clause)", true],
    ["MIT OR", false],
    ["(MIT", false],
    ["MIT MIT", false],
  ])("%s is %s", (expression, free) => {
    expect(isFree(expression)).toBe(free);
  });
});

describe("the bill of materials", () => {
  const bom = bomOf(lock, manifest);
  const refs = new Set(bom.components.map((one) => one["bom-ref"]));

  test("names every package of the lockfile once, with its licence and hash", () => {
    const wanted = installed(lock).map(([place, { version }]) => `${nameOf(place)} ${version}`);
    expect(new Set(bom.components.map(({ name, version }) => `${name} ${version}`))).toEqual(new Set(wanted));
    expect(refs.size).toBe(bom.components.length);
    expect(bom.components.filter(({ licenses }) => licenses.length === 0)).toEqual([]);
    const bundled = new Set(installed(lock).flatMap(([place, one]) => (one.inBundle ? [nameOf(place)] : [])));
    for (const { name, hashes } of bom.components)
      if (!bundled.has(name)) expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
  });

  test("says what needs what, by names that exist, from the product down", () => {
    for (const { ref, dependsOn } of bom.dependencies)
      for (const one of dependsOn) expect(refs.has(one), `${ref} → ${one}`).toBe(true);
    const top = bom.dependencies[0];
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(top?.dependsOn).toEqual(
      expect.arrayContaining(
        asked.map(([name, version]) => `pkg:npm/${name.replace("@", "%40")}@${version}`),
      ),
    );
  });

  test("is the same for the same lockfile, and another for another", () => {
    expect(bomOf(lock, manifest)).toEqual(bom);
    expect(bomOf(withOne({}), manifest).serialNumber).not.toBe(bom.serialNumber);
  });
});
