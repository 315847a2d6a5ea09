import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import type { Operation } from "@/lib/foundation/operation";
import { jwks } from "@/lib/foundation/tokens";
import { createToken } from "@/lib/organisation/create-token";
import { refreshToken } from "@/lib/organisation/refresh-token";
import { revokeToken } from "@/lib/organisation/revoke-token";
import { type Tokens, tokensShape } from "@/lib/organisation/schemas-account";

const tag = "auth";

/** One address, two grants: an e-mail and a password (with a code where the account has a second factor), or a refresh token. */
const tokenBody = z.object({
  email: z.email().max(200).optional(),
  password: z.string().max(200).optional(),
  /** Six digits of the second factor, or a recovery code: where the answer was `secondFactorRequired`. */
  code: z.string().max(60).optional(),
  refresh_token: z.string().max(200).optional(),
});
const grantToken: Operation<typeof tokenBody, Tokens> = Object.assign(
  (...[ctx, raw]: Parameters<Operation<typeof tokenBody, Tokens>>) =>
    "refresh_token" in raw ? refreshToken(ctx, raw) : createToken(ctx, raw),
  { operation: createToken.operation, kind: createToken.kind, input: tokenBody },
);

export function authRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/auth/token/", {
    tag,
    summary: { fr: "Obtenir ou renouveler un jeton d’accès", en: "Get or renew an access token" },
    operation: grantToken,
    response: tokensShape,
  });
  endpoint(api, "post", "/auth/revocation/", {
    tag,
    summary: { fr: "Révoquer un jeton de renouvellement", en: "Revoke a refresh token" },
    operation: revokeToken,
    response: z.object({}),
    status: 204,
  });
  api.openAPIRegistry.registerPath({
    method: "get",
    path: "/auth/jwks/",
    operationId: "jwks",
    tags: [tag],
    summary: "Clés publiques des jetons d’accès",
    description: "Public keys of the access tokens (RFC 7517).",
    security: [{}],
    responses: {
      200: {
        description: "JSON Web Key Set",
        content: { "application/json": { schema: z.object({ keys: z.array(z.looseObject({})) }) } },
      },
    },
  });
  api.get("/auth/jwks", async (c) => c.json(await jwks(), 200, { "Cache-Control": "public, max-age=300" }));
}
