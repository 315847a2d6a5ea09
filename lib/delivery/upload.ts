import { Refused } from "@/lib/foundation/errors";
import { readBody, readBytes } from "./body";

/** The largest file that is taken, and a little for what stands around it. */
const MOST_FILE_BYTES = 8_000_000;
const AROUND_BYTES = 64_000;

/**
 * A file for an operation whose input has `contenu` (base64) and `nom`: as one part of a form (`fichier`, the other
 * parts being the other fields), as the body itself in one of `types`, or in JSON. Throws `payloadTooLarge`,
 * `unsupportedMediaType`, `malformed`.
 */
export async function readUpload(
  request: Request,
  types: readonly string[],
): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "multipart/form-data") return formFields(await formOf(request));
  if (types.includes(type)) return { contenu: base64(await readBytes(request, MOST_FILE_BYTES)) };
  return readBody(request, Math.ceil((MOST_FILE_BYTES * 4) / 3) + AROUND_BYTES);
}

async function formOf(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, MOST_FILE_BYTES + AROUND_BYTES);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(bytes, { headers }).formData();
  } catch (cause) {
    throw new Refused("malformed", { cause });
  }
}

/** The fields of a form as an operation's input; empty ones left out, the file as `contenu` and `nom`. */
export async function formFields(form: FormData): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION")) continue;
    if (typeof value !== "string") {
      if (name !== "fichier" || value.size === 0) continue;
      if (value.size > MOST_FILE_BYTES) throw new Refused("payloadTooLarge");
      Object.assign(input, {
        nom: value.name.slice(-200),
        contenu: base64(new Uint8Array(await value.arrayBuffer())),
      });
    } else if (value !== "") input[name] = value;
  }
  return input;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
