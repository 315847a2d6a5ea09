import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../home.ts";

/** What the lockfile says of one installed package. */
export type Locked = {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  /** Comes within its parent's archive, under the parent's hash. */
  inBundle?: boolean;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};

export type Lockfile = { lockfileVersion: number; packages: Record<string, Locked> };
export type Manifest = Partial<
  Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>
> & { name: string; version: string; license: string };

const read = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
export const readLockfile = (): Lockfile => read("package-lock.json");
export const readManifest = (): Manifest => read("package.json");

/** The packages of a lockfile by their place in node_modules, without the product itself. */
export function installed(lock: Lockfile): [place: string, Locked][] {
  return Object.entries(lock.packages).filter(([place]) => place !== "");
}

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
export const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + 13);

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** What is not pinned: a version that may move, a package without its hash, or one that comes from elsewhere. */
export function checkPins(lock: Lockfile, manifest: Manifest): string[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  return [
    ...asked
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => `${name}: ${version} in package.json is no exact version`),
    ...installed(lock).flatMap(([place, one]) => {
      if (one.link) return [`${place}: a link to a folder is no package`];
      const from = one.resolved;
      if (from && !from.startsWith("https://registry.npmjs.org/")) return [`${place}: comes from ${from}`];
      if (one.inBundle || one.integrity?.startsWith("sha512-")) return [];
      return [`${place}: has no SHA-512 in package-lock.json`];
    }),
  ];
}
