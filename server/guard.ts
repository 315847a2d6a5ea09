import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from "node:http";
import {
  dataPolicy,
  everywhere,
  isSecure,
  pagePolicy,
  policyFor,
  policyHeader,
} from "@/lib/delivery/security-headers";

type Door = "api" | "pages";

/**
 * Gives every answer of this server its security headers, whichever code writes it: none can be forgotten by a page.
 * For a page also writes the nonce where Next looks for it, over whatever the caller sent.
 */
export function guard(publicUrl: string) {
  const headers = everywhere(publicUrl);
  const secure = isSecure(publicUrl);
  return (request: IncomingMessage, response: ServerResponse, door: Door): void => {
    for (const [name, value] of headers) response.setHeader(name, value);
    delete request.headers["content-security-policy-report-only"];
    if (door === "api") {
      response.setHeader(policyHeader, dataPolicy);
      return;
    }
    const policy = pagePolicy(randomBytes(18).toString("base64"), secure);
    request.headers[policyHeader] = policy;
    decideLast(response, policy, secure);
  };
}

/** What an answer is, a page or a file, is known when its head is written, not before. */
function decideLast(response: ServerResponse, policy: string, secure: boolean): void {
  const write = response.writeHead;
  response.writeHead = function writeHead(this: ServerResponse, ...given: unknown[]) {
    const type = typeIn(given) ?? response.getHeader("content-type");
    response.setHeader(policyHeader, policyFor(type === undefined ? undefined : String(type), policy));
    if (secure) secureCookies(response);
    return Reflect.apply(write, this, given);
  } as typeof write;
}

/** Whoever sets a cookie, a library's too: over https none ever travels without it. */
function secureCookies(response: ServerResponse): void {
  const given = response.getHeader("set-cookie");
  if (given === undefined) return;
  const cookies = [given].flat().map(String);
  response.setHeader(
    "set-cookie",
    cookies.map((one) => (/;\s*secure\s*(;|$)/i.test(one) ? one : `${one}; Secure`)),
  );
}

/** The type among the headers given to writeHead itself, as an object or as a list. */
function typeIn(given: unknown[]): OutgoingHttpHeader | undefined {
  const headers = given.at(-1);
  if (typeof headers !== "object" || headers === null) return undefined;
  const pairs = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers);
  return pairs.find(([name]) => name.toLowerCase() === "content-type")?.[1];
}

function pairsOf(list: unknown[]): [string, OutgoingHttpHeader][] {
  if (Array.isArray(list[0])) return list as [string, OutgoingHttpHeader][];
  return list.flatMap((name, at) => (at % 2 === 0 ? [[String(name), list[at + 1] as string]] : []));
}
