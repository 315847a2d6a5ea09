import { type APIRequestContext, expect } from "@playwright/test";
import { demo, password } from "./accounts.ts";

const base = "/api/services_personne";
/** Tokens end after 15 minutes; one is asked for anew well before. */
const TOKEN_MS = 600_000;
const tokens = new Map<string, { since: number; token: Promise<string> }>();

/** The REST API as one person calls it. Signing in is not what such a test is about: tokens are shared. */
export function apiOf(request: APIRequestContext, email: string = demo.gestionnaire) {
  const call =
    (method: string) =>
    async <T>(path: string, data?: unknown): Promise<T> => {
      const authorization = `Bearer ${await tokenOf(request, email)}`;
      const answer = await request.fetch(`${base}${path}`, { method, headers: { authorization }, data });
      expect(answer.ok(), `${method} ${path} answered ${answer.status()}: ${await answer.text()}`).toBe(true);
      return (await answer.json()) as T;
    };
  return { get: call("GET"), post: call("POST"), put: call("PUT"), patch: call("PATCH") };
}

function tokenOf(request: APIRequestContext, email: string): Promise<string> {
  const known = tokens.get(email);
  if (known && Date.now() - known.since < TOKEN_MS) return known.token;
  const token = ask(request, email);
  tokens.set(email, { since: Date.now(), token });
  return token;
}

async function ask(request: APIRequestContext, email: string): Promise<string> {
  const answer = await request.post(`${base}/auth/token/`, { data: { email, password } });
  const body = (await answer.json()) as { access_token?: string };
  expect(body.access_token, `sign-in of ${email} answered ${answer.status()}`).toBeTruthy();
  return body.access_token ?? "";
}
export type Api = ReturnType<typeof apiOf>;
