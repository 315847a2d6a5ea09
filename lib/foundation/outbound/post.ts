import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { isIP } from "node:net";
import type { Checked } from "./address";

/** What came of one attempt. `code` is null when there was no answer, and `erreur` then says why. */
export type Attempt = { code: number | null; erreur: string | null; reponse: string; dureeMs: number };

export const TIMEOUT_MS = 10_000;
/** How much of an answer is read and kept. */
export const EXCERPT_CHARS = 500;
const MAX_BYTES = 4096;

/**
 * Sends a body to the address that was checked: the name is not resolved again, no redirect is followed, the answer is
 * read up to 4 kB and the whole may take 10 s. Never throws.
 */
export async function post(
  { url, address }: Checked,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<Attempt> {
  const begun = performance.now();
  const done = await answerOf({ url, address }, body, headers).catch((error: NodeJS.ErrnoException) => ({
    code: null,
    erreur: error.name === "AbortError" ? "ETIMEDOUT" : (error.code ?? "EFAILED"),
    reponse: "",
  }));
  return { ...done, dureeMs: Math.round(performance.now() - begun) };
}

type Answer = Omit<Attempt, "dureeMs">;

function answerOf(
  { url, address }: Checked,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const send = url.protocol === "https:" ? secure : plain;
  return new Promise((resolve, reject) => {
    const request = send({
      host: address,
      port: url.port || undefined,
      path: `${url.pathname}${url.search}`,
      method: "POST",
      // The certificate must be the name's, although we connect to its address.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      headers: { ...headers, host: url.host, "content-length": Buffer.byteLength(body) },
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = () =>
        resolve({ code: response.statusCode ?? null, erreur: null, reponse: excerpt(Buffer.concat(chunks)) });
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk.subarray(0, MAX_BYTES - size));
        size += chunk.length;
        if (size < MAX_BYTES) return;
        finish();
        request.destroy();
      });
      response.on("end", finish);
      response.on("error", reject);
    });
    request.end(body);
  });
}

/** Readable text only: what PostgreSQL cannot hold and what could trick a terminal or a page is left out. */
function excerpt(bytes: Buffer): string {
  const text = bytes.toString("utf8").replace(/[^\P{C}\n\t]/gu, "");
  return text.slice(0, EXCERPT_CHARS).toWellFormed();
}
