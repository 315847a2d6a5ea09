import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Page } from "@/lib/foundation/page";
import { toCsv } from "./csv";
import { type AnyEndpoint, BASE, type Body, offered, type Representation } from "./endpoint-spec";
import { preferred } from "./negotiate";
import { noteExport } from "./note-export";
import { etagOf, names } from "./precondition";

type Answered = { request: Request; ctx: Context; spec: AnyEndpoint; result: unknown };

/** Turns an operation's result into the HTTP answer in the form that the caller accepts. */
export async function answer({ request, ctx, spec, result }: Answered): Promise<Response> {
  const headers = new Headers({
    "Content-Language": ctx.locale,
    Vary: "Accept, Accept-Language, Authorization",
    "Cache-Control": request.method === "GET" ? "private, no-cache" : "no-store",
    "X-Request-Id": ctx.requestId,
  });
  if (spec.location) headers.set("Location", `${BASE}${spec.location(result)}`);
  if (spec.status === 204) return new Response(null, { status: 204, headers });
  const type = preferred(request.headers.get("accept"), offered(spec));
  if (!type) throw new Refused("notAcceptable");
  const representation = await represent(type, { request, ctx, spec, result }, headers);
  headers.set("Content-Type", type.startsWith("text/") ? `${type}; charset=utf-8` : type);
  for (const [name, value] of Object.entries(representation.headers ?? {})) headers.set(name, value);
  return conditional(request, representation.body, headers, spec.status ?? 200);
}

async function represent(type: string, answered: Answered, headers: Headers): Promise<Representation> {
  const { spec, result, ctx, request } = answered;
  const other = spec.representations?.[type];
  if (other) return other(result, ctx, request);
  if (!spec.list) return { body: JSON.stringify(result) };
  const page = result as Page<Record<string, unknown>>;
  if (type === "text/csv") {
    await noteExport(ctx, spec.operation.operation, page.results.length);
    return { body: toCsv(page.results), headers: { "Content-Disposition": "attachment" } };
  }
  const links = { next: linkOf(request.url, page.next), previous: linkOf(request.url, page.previous) };
  const link = Object.entries(links).flatMap(([rel, url]) =>
    url ? [`<${url}>; rel="${rel === "previous" ? "prev" : rel}"`] : [],
  );
  if (link.length > 0) headers.set("Link", link.join(", "));
  return { body: JSON.stringify({ ...page, ...links }) };
}

function linkOf(url: string, cursor: string | null): string | null {
  if (!cursor) return null;
  const target = new URL(url);
  target.searchParams.set("cursor", cursor);
  return `${target.pathname}${target.search}`;
}

/** Validators save the transfer of what has not changed (RFC 9110 §13.1). */
function conditional(request: Request, body: Body, headers: Headers, status: number): Response {
  if (request.method !== "GET" || status !== 200 || body instanceof ReadableStream)
    return new Response(body, { status, headers });
  const etag = etagOf(body);
  headers.set("ETag", etag);
  const asked = request.headers.get("if-none-match");
  if (asked && names(asked, etag, { weak: true })) return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}
