import { installed, type Lockfile, nameOf } from "./lockfile.ts";

/** Licences that let anyone run, change and pass on the product, also against payment. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Unlicense",
  "Zlib",
]);

/** Packages whose own word for their licence is no SPDX expression: what their licence file says. */
const readByHand: Record<string, { says: string | undefined; is: string }> = {
  "@visx/vendor": { says: "MIT and ISC", is: "MIT AND ISC" },
  jsonify: { says: "Public Domain", is: "CC0-1.0" },
  "png-js": { says: undefined, is: "MIT" },
};

/** The licence of a package as an SPDX expression; undefined when it has none. */
export function licenceOf(name: string, says: string | undefined): string | undefined {
  const known = Object.hasOwn(readByHand, name) ? readByHand[name] : undefined;
  return known && known.says === says ? known.is : says;
}

/** Whether an SPDX expression leaves people free: each part of AND, one part of OR. */
export function isFree(expression: string): boolean {
  const words = expression.replaceAll(/[()]/g, " $& ").trim().split(/\s+/);
  let at = 0;
  const one = (): boolean => {
    if (words[at] !== "(") return allowed.has(words[at++] ?? "");
    at += 1;
    const inside = either();
    if (words[at++] !== ")") throw new Error("no closing bracket");
    return inside;
  };
  const all = (): boolean => {
    let free = one();
    while (words[at] === "AND") {
      at += 1;
      free = one() && free;
    }
    return free;
  };
  const either = (): boolean => {
    let free = all();
    while (words[at] === "OR") {
      at += 1;
      free = all() || free;
    }
    return free;
  };
  try {
    return either() && at === words.length;
  } catch {
    return false;
  }
}

/** Packages without a licence, or with one that is not on the list. */
export function checkLicences(lock: Lockfile): string[] {
  return installed(lock).flatMap(([place, { license }]) => {
    const name = nameOf(place);
    const licence = licenceOf(name, license);
    return licence && isFree(licence) ? [] : [`${place}: licence ${license ?? "unknown"} is not on the list`];
  });
}
