import { createServer, type Server } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { courriels } from "@/db/schema/organisation";
import { changeSealed } from "@/db/testing-data";
import { columnsOf, opened, type PlainInsert } from "@/db/vault/open";
import { guest, system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { queueCourriel } from "./courriel/queue-courriel";
import * as transport from "./courriel/transport";
import { listCourriels } from "./list-courriels";
import { purgeCourriels } from "./purge-courriels";
import { sendCourriel } from "./send-courriel";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterEach(() => vi.restoreAllMocks());

const machine = () => contextFor(world.db, system);
const settings = { MAIL_FROM: "Dihya <no-reply@dihya.test>", NEXTAUTH_URL: "https://dihya.test" };

async function queued(gabarit: "reset" | "invoiceIssued" = "invoiceIssued", cle?: string): Promise<number> {
  const params = { prenom: "Éa", page: "/connexion", jeton: gabarit === "reset" ? "secret123" : undefined };
  await world.db.transaction((tx) =>
    queueCourriel(tx, machine(), { to: "ea@example.test", langue: "fr", gabarit, params, cle }),
  );
  const rows = await world.db.select({ id: courriels.id }).from(courriels).orderBy(courriels.id);
  return rows.at(-1)?.id ?? 0;
}

const rowOf = async (id: number) =>
  (
    await opened(world.db, world.db.select(columnsOf(courriels)).from(courriels).where(eq(courriels.id, id)))
  )[0];

describe("queueCourriel", () => {
  test("writes once for a key, however often it is called", async () => {
    const before = (await opened(world.db, world.db.select(columnsOf(courriels)).from(courriels))).length;
    await queued("invoiceIssued", "facture:1:u2");
    await queued("invoiceIssued", "facture:1:u2");
    expect((await opened(world.db, world.db.select(columnsOf(courriels)).from(courriels))).length).toBe(
      before + 1,
    );
  });

  test("leaves no message and no job when the transaction fails", async () => {
    const before = (await opened(world.db, world.db.select(columnsOf(courriels)).from(courriels))).length;
    const params = { page: "/" };
    const failing = world.db.transaction(async (tx) => {
      await queueCourriel(tx, machine(), { to: "x@example.test", langue: "fr", gabarit: "reset", params });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await opened(world.db, world.db.select(columnsOf(courriels)).from(courriels))).length).toBe(
      before,
    );
  });
});

describe("courriel.send", () => {
  test("without a transport keeps the message for the admin's outbox", async () => {
    const id = await queued("reset");
    await sendCourriel(machine(), { courriel_id: id });
    expect(await rowOf(id)).toMatchObject({ statut: "local", envoyeLe: null });
    const page = await listCourriels(contextFor(world.db, actor("admin")), { statut: "local" });
    const shown = page.results[0];
    expect(shown?.texte).toContain("jeton=•••");
    expect(`${shown?.texte}${shown?.html}`).not.toContain("secret123");
    expect((await rowOf(id))?.texte).toContain("jeton=secret123");
  });

  test("sends once although the job runs twice, and forgets the secret it carried", async () => {
    const send = vi.fn(async () => {});
    vi.spyOn(transport, "transportOf").mockReturnValue({ nom: "smtp", send });
    const id = await queued("reset");
    await sendCourriel(machine(), { courriel_id: id });
    await sendCourriel(machine(), { courriel_id: id });
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({ id, texte: expect.stringContaining("secret123") }),
    );
    expect(await rowOf(id)).toMatchObject({ statut: "envoye", texte: "", html: "" });
  });

  test("a failure is noted and thrown to be tried again, and gives up in the end", async () => {
    const send = vi.fn(async () =>
      Promise.reject(Object.assign(new Error("refused"), { code: "ECONNECTION" })),
    );
    vi.spyOn(transport, "transportOf").mockReturnValue({ nom: "smtp", send });
    const id = await queued();
    for (let attempt = 1; attempt <= 9; attempt++) {
      await expect(sendCourriel(machine(), { courriel_id: id })).rejects.toThrow("refused");
      const statut = attempt < 9 ? "en_attente" : "echoue";
      expect(await rowOf(id)).toMatchObject({ tentatives: attempt, erreur: "ECONNECTION", statut });
    }
  });

  test("is for the machine, and the outbox for an admin", async () => {
    await expect(sendCourriel(contextFor(world.db, guest), { courriel_id: 1 })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(listCourriels(contextFor(world.db, actor("gestionnaire")), {})).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("courriel.purge", () => {
  test("forgets what is older than 90 days, but nothing that still waits", async () => {
    const [old, waiting, recent] = [await queued(), await queued(), await queued()];
    const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
    const set = (id: number, values: Partial<PlainInsert<typeof courriels>>) =>
      changeSealed(world.db, courriels, { id: id }, values);
    await set(old, { statut: "envoye", creeLe: ago(91) });
    await set(waiting, { creeLe: ago(91) });
    await set(recent, { statut: "local", creeLe: ago(89) });
    expect(await purgeCourriels(machine(), {})).toBe(1);
    expect([await rowOf(old), (await rowOf(waiting))?.id, (await rowOf(recent))?.id]).toEqual([
      undefined,
      waiting,
      recent,
    ]);
    expect(await purgeCourriels(machine(), {})).toBe(0);
    await expect(purgeCourriels(contextFor(world.db, actor("admin")), {})).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("SMTP", () => {
  test("a provider that refuses at first gets the same message again, once", async () => {
    const { server, port, received } = await smtpServer(2);
    const out = transport.transportOf({ ...settings, SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true` });
    vi.spyOn(transport, "transportOf").mockReturnValue(out);
    const id = await queued();
    for (const tries of [1, 2]) {
      await expect(sendCourriel(machine(), { courriel_id: id })).rejects.toThrow();
      expect(await rowOf(id)).toMatchObject({ statut: "en_attente", tentatives: tries });
    }
    await sendCourriel(machine(), { courriel_id: id });
    await sendCourriel(machine(), { courriel_id: id });
    server.close();
    expect(await rowOf(id)).toMatchObject({ statut: "envoye", tentatives: 3, erreur: null });
    expect(received.join("").match(/Message-ID/g)).toHaveLength(1);
  });

  test("speaks to a real server, with a name for the message that a retry repeats", async () => {
    const { server, port, received } = await smtpServer();
    const out = transport.transportOf({ ...settings, SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true` });
    const message = {
      id: 7,
      to: "ea@example.test",
      langue: "tzm",
      sujet: "Azul",
      texte: "Izen",
      html: "<p>Izen</p>",
    };
    await out?.send(message);
    server.close();
    const text = received.join("");
    expect(text).toContain("RCPT TO:<ea@example.test>");
    expect(text).toContain("Message-ID: <courriel-7@dihya.test>");
    expect(text).toContain("Content-Language: kab");
    expect(text).toMatch(/multipart\/alternative/);
  });

  test("stays out of the way when nothing is set", () => {
    expect(transport.transportOf(settings)).toBeNull();
    expect(transport.transportOf({ ...settings, RESEND_API_KEY: "re_x", SMTP_URL: "smtp://x" })?.nom).toBe(
      "resend",
    );
  });
});

describe("Resend", () => {
  const message = {
    id: 9,
    to: "ea@example.test",
    langue: "fr",
    sujet: "Sujet",
    texte: "Texte",
    html: "<p></p>",
  };
  const answer = (status: number, body: object) =>
    vi.stubGlobal(
      "fetch",
      vi.fn(async () => Response.json(body, { status })),
    );

  test("names the message, so that a retry after a crash is not a second message", async () => {
    answer(200, { id: "1" });
    await transport.transportOf({ ...settings, RESEND_API_KEY: "re_x" })?.send(message);
    const [, request] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(new Headers(request?.headers).get("idempotency-key")).toBe("courriel-9@dihya.test");
    vi.unstubAllGlobals();
  });

  test("a refusal is an error for the queue to retry", async () => {
    answer(422, { statusCode: 422, name: "validation_error", message: "no" });
    const sending = transport.transportOf({ ...settings, RESEND_API_KEY: "re_x" })?.send(message);
    await expect(sending).rejects.toThrow("validation_error");
    vi.unstubAllGlobals();
  });
});

/** The smallest server that takes a message, after it was too busy for the first `refusals` connections. */
async function smtpServer(refusals = 0): Promise<{ server: Server; port: number; received: string[] }> {
  const received: string[] = [];
  let left = refusals;
  const server = createServer((socket) => {
    if (left-- > 0) return void socket.end("421 busy\r\n");
    let inData = false;
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      received.push(text);
      if (inData) {
        if (text.endsWith("\r\n.\r\n")) {
          inData = false;
          socket.write("250 ok\r\n");
        }
      } else if (/^DATA/i.test(text)) {
        inData = true;
        socket.write("354 go\r\n");
      } else socket.write(/^QUIT/i.test(text) ? "221 bye\r\n" : "250 ok\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as { port: number }).port, received };
}
