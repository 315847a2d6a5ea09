import { randomUUID } from "node:crypto";

const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/;

/** The caller's own name for the request when it is a plain one (the log keeps it for good); else a new one. */
export function requestIdIn(headers: Pick<Headers, "get">): string {
  const given = headers.get("x-request-id");
  return given && REQUEST_ID.test(given) ? given : randomUUID();
}
