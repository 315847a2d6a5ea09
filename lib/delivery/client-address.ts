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

/** The network that the server wrote; undefined where no server stands in front (tests, development). */
export function addressOf(headers: Headers): string | undefined {
  const address = headers.get(addressHeader)?.slice(0, 64);
  return address ? networkOf(address) : undefined;
}

/** One subscriber: an IPv4 address, or the /64 of an IPv6 one (RFC 6177), whose owner can use any address in it. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(gap).fill("0"), ...back].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
