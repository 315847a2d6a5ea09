import { createHash } from "node:crypto";

/**
 * Canonical JSON (RFC 8785) of plain data: sorted keys, no spaces, NFC text. Numbers must be integers within
 * ±(2^53−1), as money and ids are; anything else throws RangeError or TypeError.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value === "string")
    return JSON.stringify(value.normalize("NFC").toWellFormed().replaceAll("\u0000", ""));
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

/** Lower-case hexadecimal SHA-256. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
