import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { RequestError } from "@hono/node-server";
import { problemOf, problemResponse, toRefused } from "@/lib/delivery/problem";
import { requestIdIn } from "@/lib/delivery/request-id";
import { dataPolicy } from "@/lib/delivery/security-headers";
import { Refused } from "@/lib/foundation/errors";

/** The answer under way on a connection, if any. */
const underWay = new WeakMap<Duplex, ServerResponse>();

/**
 * Answers what is no HTTP with a problem document and closes the connection: whoever sends two lengths, a broken chunk or
 * endless headers may have smuggled a second request behind the first.
 */
export function refuseMalformed(server: Server): void {
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) =>
    underWay.set(socket, response),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const current = underWay.get(socket);
    // Nobody reads any more, or an answer has begun, into which no other may be written.
    const begun = current?.headersSent && !current.writableFinished;
    if (error.code === "ECONNRESET" || !socket.writable || begun) socket.destroy(error);
    else socket.end(onTheWire(refusalFor(error.code)));
  });
}

/**
 * Whether an address can be made of what a request says: it names its host (HTTP/1.1), its path is one, and percent signs
 * in it stand for UTF-8.
 */
export function isAddressed({ headers, httpVersion, url = "" }: IncomingMessage): boolean {
  const { host } = headers;
  if (host === undefined ? httpVersion !== "1.0" : /[\s/@?#\\]/.test(host)) return false;
  if (!url.startsWith("/") && !/^https?:\/\//i.test(url)) return false;
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return URL.canParse(url, `http://${host ?? "localhost"}`);
  } catch {
    return false;
  }
}

/** Refuses a request that was read as far as its head. */
export function refuse(request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = documentOf(new Refused("malformed"));
  response.writeHead(status, headers).end(body);
  request.resume();
}

/**
 * A form that Next cannot take apart (no boundary, no end, an action that does not exist) is the sender's mistake. Next
 * then fails outside every page, with a word of plain text, where a failure of ours shows the error page.
 */
export function refuseUnreadForm(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "POST" || !/^(multipart|text)\//.test(request.headers["content-type"] ?? "")) return;
  // As they are before Next packs answers: what it then writes of its own goes nowhere.
  const { writeHead, write, end } = response;
  let refused = false;
  const unlessFailed =
    <A extends unknown[], R>(act: (...given: A) => R, instead: R, statusIn = (_: A): unknown => undefined) =>
    (...given: A): R => {
      const status = statusIn(given) ?? response.statusCode;
      const isPage = String(response.getHeader("content-type")).startsWith("text/html");
      if (!refused && !response.headersSent && status === 500 && !isPage) {
        refused = true;
        const { headers, body, ...refusal } = documentOf(new Refused("malformed"));
        for (const name of ["content-encoding", "transfer-encoding", "etag"]) response.removeHeader(name);
        Reflect.apply(writeHead, response, [refusal.status, headers]);
        Reflect.apply(end, response, [body]);
      }
      return refused ? instead : Reflect.apply(act, response, given);
    };
  Object.assign(response, {
    writeHead: unlessFailed(writeHead as (...given: unknown[]) => unknown, response, ([status]) => status),
    write: unlessFailed(write as (...given: unknown[]) => unknown, true),
    end: unlessFailed(end as (...given: unknown[]) => unknown, response),
  });
}

/** What the API's door answers to an address or a method that no Request can be made of. */
export function refuseUnread(error: unknown): Response {
  const requestId = requestIdIn(new Headers());
  const refusal = error instanceof RequestError ? new Refused("malformed") : toRefused(error, requestId);
  return problemResponse(refusal, "fr", "/", requestId);
}

const refusalFor = (code: string | undefined) =>
  new Refused(
    code === "HPE_HEADER_OVERFLOW" || code === "HPE_CHUNK_EXTENSIONS_OVERFLOW"
      ? "headersTooLarge"
      : code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "requestTimeout"
        : "malformed",
  );

/** The problem document of a refusal before anybody's language could be read, and the end of the connection. */
function documentOf(refusal: Refused) {
  const requestId = requestIdIn(new Headers());
  const body = JSON.stringify(problemOf(refusal, "fr", "/", requestId));
  const headers = {
    "content-type": "application/problem+json",
    "content-language": "fr",
    "content-length": String(Buffer.byteLength(body)),
    "cache-control": "no-store",
    "content-security-policy": dataPolicy,
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
    connection: "close",
  };
  return { status: refusal.status, headers, body };
}

function onTheWire(refusal: Refused): string {
  const { status, headers, body } = documentOf(refusal);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
