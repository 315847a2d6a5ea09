import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { importJWK, jwtVerify } from "jose";

const HEADER = 21;

/** Decrypts one record as a browser does (RFC 8291 over RFC 8188), written from the RFC and not from our library. */
export function decrypt(body: Buffer, browser: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(HEADER, HEADER + body.readUInt8(20));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), sender]);
  const secret = hkdfSync("sha256", browser.computeSecret(sender), auth, info, 32);
  const draw = (name: string, length: number) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(secret), salt, `Content-Encoding: ${name}\0`, length));
  const record = body.subarray(HEADER + sender.length);
  const open = createDecipheriv("aes-128-gcm", draw("aes128gcm", 16), draw("nonce", 12));
  open.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([open.update(record.subarray(0, -16)), open.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}

export type Arrived = { message: Record<string, string>; headers: IncomingMessage["headers"] };

/** A push service with one browser behind it, on loopback: verifies who sends (RFC 8292) and decrypts. */
export class PushService {
  readonly arrived: Arrived[] = [];
  readonly refused: string[] = [];
  status = 201;
  readonly #browser = createECDH("prime256v1");
  readonly #auth = randomBytes(16);
  readonly #server: Server;

  private constructor() {
    this.#browser.generateKeys();
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", async () => {
        await this.#take(Buffer.concat(chunks), request.headers).catch((error: Error) =>
          this.refused.push(error.message),
        );
        response.writeHead(this.refused.length > 0 ? 403 : this.status).end();
      });
    });
  }

  static async open(): Promise<PushService> {
    const service = new PushService();
    await new Promise<void>((resolve) => service.#server.listen(0, "127.0.0.1", resolve));
    return service;
  }

  /** What the browser tells the product. */
  get subscription() {
    return {
      adresse: `${this.#origin}/send/${this.#auth.toString("hex")}`,
      cles: { p256dh: this.#browser.getPublicKey("base64url"), auth: this.#auth.toString("base64url") },
    };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #take(body: Buffer, headers: IncomingMessage["headers"]): Promise<void> {
    const [, token = "", key = ""] = /^vapid t=(.+), k=(.+)$/.exec(headers.authorization ?? "") ?? [];
    const point = Buffer.from(key, "base64url");
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
    await jwtVerify(token, await importJWK({ kty: "EC", crv: "P-256", x, y }, "ES256"), {
      audience: this.#origin,
    });
    this.arrived.push({ message: JSON.parse(decrypt(body, this.#browser, this.#auth)), headers });
  }
}
