/** Header in which our own server writes the caller's address; whatever a caller sends under it is thrown away. */
export const addressHeader = "x-dihya-adresse";

type Addressed = {
  headers: Record<string, string | string[] | undefined>;
  rawHeaders: string[];
  socket: { remoteAddress?: string };
};

/**
 * Writes the caller's address where both doors read it: the socket's, or the nearest proxy's word for it when
 * TRUST_PROXY=1 (the last entry of X-Forwarded-For; earlier ones are the caller's own claims).
 */
export function stampAddress(request: Addressed, trustProxy = process.env.TRUST_PROXY === "1"): void {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  const address = (trustProxy && forwarded) || request.socket.remoteAddress || "";
  request.rawHeaders = withoutHeader(request.rawHeaders, addressHeader);
  request.rawHeaders.push(addressHeader, address);
  request.headers[addressHeader] = address;
}

function withoutHeader(raw: readonly string[], name: string): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2)
    if (raw[at]?.toLowerCase() !== name) kept.push(raw[at] ?? "", raw[at + 1] ?? "");
  return kept;
}

/** The address that the server wrote; undefined where no server stands in front (tests, development). */
export function addressOf(headers: Headers): string | undefined {
  return headers.get(addressHeader)?.slice(0, 64) || undefined;
}
