import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export type Received = { id: string; body: Record<string, unknown>; headers: IncomingMessage["headers"] };

type Answer = { status: number; headers?: Record<string, string>; body?: string };

/**
 * A real HTTP receiver on loopback as a partner would write it: verifies with `standardwebhooks`, and acts once for
 * each `webhook-id`. `effects` is what it did, `received` all that reached it, `refused` what did not verify.
 */
export class Receiver {
  readonly received: Received[] = [];
  readonly effects: string[] = [];
  readonly refused: string[] = [];
  answer: Answer = { status: 204 };
  secret = "";
  /** Called once a message has had its effect, before the answer leaves; the answer waits for it. */
  beforeAnswer: (message: Received) => unknown = () => {};
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", async () => {
        const message = this.#take(Buffer.concat(chunks).toString(), request.headers);
        if (message) await this.beforeAnswer(message);
        const { status, headers, body } = message ? this.answer : { status: 401 };
        response.writeHead(status, headers).end(body);
      });
    });
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, "127.0.0.1", resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook?source=dihya`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(text: string, headers: IncomingMessage["headers"]): Received | undefined {
    const id = String(headers["webhook-id"]);
    try {
      const verified = new Webhook(this.secret).verify(text, headers as Record<string, string>);
      const message = { id, body: verified as Record<string, unknown>, headers };
      if (!this.received.some((one) => one.id === id)) this.effects.push(id);
      this.received.push(message);
      return message;
    } catch {
      this.refused.push(id);
      return undefined;
    }
  }
}
