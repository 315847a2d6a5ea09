import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import { z } from "zod";
import { Refused } from "@/lib/foundation/errors";
import { idempotenceOf } from "@/lib/foundation/idempotence";
import { answer } from "./answer";
import { readBody } from "./body";
import { describeRoute } from "./describe-route";
import { type AnyEndpoint, type Endpoint, offered, type Verb } from "./endpoint-spec";
import { preferred } from "./negotiate";
import { checkPrecondition, rememberReader } from "./precondition";
import { problemResponse, toRefused } from "./problem";
import { contextOf, localeOf, requestIdOf } from "./request-context";

/**
 * One line per verb: `endpoint(api, "post", "/clients/", { operation: createClient, … })`. What stands in braces in
 * the path comes from the path, the rest of the operation's input from the query (get, delete) or the JSON body.
 * Declares the route in the OpenAPI document from the same operation.
 */
export function endpoint<S extends z.ZodType, R>(
  api: OpenAPIHono,
  verb: Verb,
  path: string,
  spec: Endpoint<S, R>,
): void {
  api.openAPIRegistry.registerPath(createRoute(describeRoute(verb, path, spec as unknown as AnyEndpoint)));
  if (verb === "get") rememberReader(path, spec as unknown as AnyEndpoint);
  // Hono drops the request's final slash before it looks for a route, so the pattern may have none.
  const pattern = path.replace(/\{(\w+)\}/g, ":$1").replace(/\/$/, "");
  api.on(verb.toUpperCase(), pattern, (c) => serve(c, path, verb, spec));
}

async function serve<S extends z.ZodType, R>(
  c: HonoContext,
  path: string,
  verb: Verb,
  spec: Endpoint<S, R>,
): Promise<Response> {
  const request = c.req.raw;
  const requestId = requestIdOf(request);
  try {
    const ctx = await contextOf(request, requestId);
    // Before the work: what nobody can read afterwards had better not happen.
    if (
      spec.status !== 204 &&
      !preferred(request.headers.get("accept"), offered(spec as unknown as AnyEndpoint))
    )
      throw new Refused("notAcceptable");
    const raw = await inputOf(c, path, verb, spec);
    if (verb === "post") {
      const asked = { method: request.method, path: new URL(request.url).pathname, input: raw };
      ctx.idempotence = idempotenceOf(request.headers.get("idempotency-key"), ctx.actor.id, asked);
    }
    if (verb !== "get")
      await checkPrecondition(request, ctx, path, { raw, spec: spec as unknown as AnyEndpoint });
    const result = await spec.operation(ctx, raw);
    return await answer({ request, ctx, spec: spec as unknown as AnyEndpoint, result });
  } catch (error) {
    return problemResponse(
      toRefused(error, requestId),
      localeOf(request),
      new URL(request.url).pathname,
      requestId,
    );
  }
}

async function inputOf<S extends z.ZodType, R>(
  c: HonoContext,
  path: string,
  verb: Verb,
  { operation: { input: schema }, upload }: Endpoint<S, R>,
): Promise<Record<string, unknown>> {
  const fromPath = c.req.param() as Record<string, string>;
  const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const input: Record<string, unknown> = {};
  if (verb === "get" || verb === "delete") Object.assign(input, queryOf(c.req.url, schema));
  else if (upload) Object.assign(input, queryOf(c.req.url, schema), await upload.read(c.req.raw));
  else Object.assign(input, refuseQuery(c.req.url), await readBody(c.req.raw));
  for (const name of named) input[name] = fromPath[name];
  return input;
}

/** Query parameters; one that the operation does not know is refused, not ignored. */
function queryOf(url: string, schema: z.ZodType): Record<string, unknown> {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const input: Record<string, unknown> = {};
  for (const [name, value] of new URL(url).searchParams) {
    if (!known.includes(name)) throw unknownParameter(name);
    input[name] = value;
  }
  return input;
}

function refuseQuery(url: string): Record<string, never> {
  for (const name of new URL(url).searchParams.keys()) throw unknownParameter(name);
  return {};
}

function unknownParameter(name: string): Refused {
  const safe = name.slice(0, 60);
  return new Refused("unknownParameter", {
    params: { name: safe },
    errors: [{ pointer: `/${safe}`, code: "unknownField" }],
  });
}
