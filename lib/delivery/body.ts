import { Refused } from "@/lib/foundation/errors";

const MAX_BODY_BYTES = 1_000_000;

/** The JSON object of a request; an empty body is an empty object. Refuses other types, sizes and malformed text. */
export async function readBody(request: Request, most = MAX_BODY_BYTES): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, most);
  if (bytes.length === 0) return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !type.endsWith("+json")) throw new Refused("unsupportedMediaType");
  const body = parse(bytes);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new Refused("malformed");
  return body as Record<string, unknown>;
}

/** The bytes of a request, `most` at most. Throws `payloadTooLarge`. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Refused("payloadTooLarge");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) throw new Refused("payloadTooLarge");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // PostgreSQL stores neither U+0000 nor lone surrogates; __proto__ has no place in a body.
    if (/\\u0000/.test(text) || !text.isWellFormed()) throw new SyntaxError("refused character");
    return JSON.parse(text, (key, value) => {
      if (key === "__proto__") throw new SyntaxError("refused key");
      return typeof value === "string" && !value.isWellFormed() ? value.toWellFormed() : value;
    });
  } catch (cause) {
    throw new Refused("malformed", { cause });
  }
}
