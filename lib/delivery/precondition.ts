import { createHash } from "node:crypto";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { AnyEndpoint } from "./endpoint-spec";

/** How each single resource is read, by its path in the document. */
const readers = new Map<string, AnyEndpoint>();

/** Remembers the endpoint that reads one resource, so that a write to its address can name the version it means. */
export function rememberReader(path: string, spec: AnyEndpoint): void {
  if (path.endsWith("}/") && !spec.list && !spec.fileOnly) readers.set(path, spec);
}

/** Validator of the bytes of an answer (RFC 9110 §8.8). */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash("sha1").update(body).digest("base64url")}"`;
}

/** Whether one of a header's validators is `etag`; weak ones compare only where `weak`. */
export function names(header: string, etag: string, { weak }: { weak: boolean }): boolean {
  return header.split(",").some((part) => {
    const one = part.trim();
    return one === "*" || one === etag || (weak && one === `W/${etag}`);
  });
}

/**
 * If-Match on a write to a resource or to an act below it (`/prestations/{id}/annulation/`): throws
 * `preconditionFailed` unless the resource is still what the caller has read. Where the operation knows versions, the
 * version read here goes with the input, so that nothing comes between.
 */
export async function checkPrecondition(
  request: Request,
  ctx: Context,
  path: string,
  { raw, spec }: { raw: Record<string, unknown>; spec: AnyEndpoint },
): Promise<void> {
  const asked = request.headers.get("if-match");
  const place = /^.*?\}\//.exec(path)?.[0];
  const reader = place ? readers.get(place) : undefined;
  const key = place ? /\{(\w+)\}/.exec(place)?.[1] : undefined;
  if (asked === null || !reader || !key) return;
  const named = (reader.namedBy ?? [])
    .filter((name) => raw[name] !== undefined)
    .map((name) => [name, raw[name]]);
  const current = await reader.operation(ctx, { [key]: raw[key], ...Object.fromEntries(named) });
  if (!names(asked, etagOf(JSON.stringify(current)), { weak: false }))
    throw new Refused("preconditionFailed");
  const shape = (spec.operation.input as { shape?: Record<string, unknown> }).shape;
  const version = (current as { version?: number } | null)?.version;
  if (
    asked.trim() !== "*" &&
    shape &&
    "version" in shape &&
    raw.version === undefined &&
    version !== undefined
  )
    raw.version = version;
}
