import { z } from "zod";
import type { Context } from "@/lib/foundation/context";
import type { Operation } from "@/lib/foundation/operation";

/** A stream is sent while it is made: the answer has no ETag, and no length. */
export type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
export type Representation = { body: Body; headers?: Record<string, string> };
export type Verb = "get" | "post" | "patch" | "put" | "delete";
export type Words = { fr: string; en: string };

export type Endpoint<S extends z.ZodType, R> = {
  summary: Words;
  operation: Operation<S, R>;
  /** Shape of the answer, for the document. */
  response: z.ZodType;
  status?: 200 | 201 | 202 | 204;
  /** Path of what was created, below the base, e.g. `/clients/12/`. */
  location?: (result: R) => string;
  /** Other forms of the same answer by media type, e.g. application/pdf. */
  representations?: Record<
    string,
    (result: R, ctx: Context, request: Request) => Promise<Representation> | Representation
  >;
  /** Only in the forms of `representations`: the answer is a file, not an object. */
  fileOnly?: true;
  /** The answer is a page: adds Link, absolute next/previous and text/csv. */
  list?: boolean;
  tag: string;
  /** Parameters that name the resource beside its path: the same path reads several. */
  namedBy?: readonly string[];
  /** A body that is not JSON: how it is read, and its media types beside application/json. */
  upload?: { read: (request: Request) => Promise<Record<string, unknown>>; types: readonly string[] };
  /** Name in the document when one operation answers at two paths; the operation's own otherwise. */
  operationId?: string;
};

export const BASE = "/api/services_personne";

export type AnyEndpoint = Endpoint<z.ZodType, unknown>;

/** Media types that an endpoint can answer in; JSON first. */
export function offered(spec: AnyEndpoint): string[] {
  if (spec.fileOnly) return Object.keys(spec.representations ?? {});
  return ["application/json", ...(spec.list ? ["text/csv"] : []), ...Object.keys(spec.representations ?? {})];
}

/** Shape of a list answer. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    results: z.array(item),
    next: z.string().nullable(),
    previous: z.string().nullable(),
    count: z.number().int().optional(),
  });
}
