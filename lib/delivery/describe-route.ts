import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { policy } from "@/lib/foundation/policy";
import { type AnyEndpoint, offered, type Verb } from "./endpoint-spec";

const problem = z
  .object({
    type: z.string().max(100),
    title: z.string().max(200),
    status: z.number().int().min(400).max(599),
    detail: z.string().max(2000),
    instance: z.string().max(16_000),
    code: z.string().max(60),
    request_id: z.string().max(100),
    errors: z
      .array(
        z.object({ pointer: z.string().max(4000), code: z.string().max(60), detail: z.string().max(2000) }),
      )
      .max(1000)
      .optional(),
  })
  .loose()
  .openapi("Problem");

/** The OpenAPI description of an endpoint, derived from its operation: roles, parameters, body, answers. */
export function describeRoute(verb: Verb, path: string, spec: AnyEndpoint): RouteConfig {
  const name = spec.operation.operation;
  const input = spec.operation.input;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const shape = input instanceof z.ZodObject ? input : z.object({});
  const rest = z.object(
    Object.fromEntries(Object.entries(shape.shape).filter(([key]) => !inPath.includes(key))),
  );
  const asQuery = verb === "get" || verb === "delete";
  const roles = Object.entries(policy[name]).map(([role, reach]) => `${role} (${reach})`);
  return {
    method: verb,
    path,
    operationId: spec.operationId ?? name,
    "x-operation": name,
    "x-summary": spec.summary,
    "x-roles": policy[name],
    tags: [spec.tag],
    summary: spec.summary.fr,
    description: `${spec.summary.en}\n\nRoles: ${roles.join(", ")}.`,
    security: "guest" in policy[name] ? [{}, { bearer: [] }] : [{ bearer: [] }],
    request: {
      ...(inPath.length > 0 ? { params: pathShape(shape, inPath) } : {}),
      ...(asQuery ? { query: rest } : { body: { content: bodies(spec, rest), required: true } }),
    },
    responses: {
      [spec.status ?? 200]: success(spec),
      default: {
        description: "Problem (RFC 9457)",
        content: { "application/problem+json": { schema: problem } },
      },
    },
  };
}

function bodies(spec: AnyEndpoint, rest: z.ZodType) {
  const content: Record<string, { schema: z.ZodType }> = { "application/json": { schema: rest } };
  for (const type of spec.upload?.types ?? [])
    content[type] = { schema: type === "multipart/form-data" ? rest : z.string() };
  return content;
}

function pathShape(shape: z.ZodObject, names: string[]) {
  const known = shape.shape as Record<string, z.ZodType>;
  return z.object(Object.fromEntries(names.map((name) => [name, known[name] ?? z.string()])));
}

function success(spec: AnyEndpoint) {
  if (spec.status === 204) return { description: "Done" };
  const content: Record<string, { schema: z.ZodType }> = {};
  for (const type of offered(spec))
    content[type] = {
      schema: type.endsWith("json") && !type.endsWith("ndjson") ? spec.response : z.string(),
    };
  return { description: spec.summary.en, content };
}
