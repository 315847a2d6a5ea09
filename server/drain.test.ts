import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { drainable } from "./drain";

test("a stop answers what is under way, closes politely and accepts nothing new", async () => {
  const waiting: ServerResponse[] = [];
  const arrived = Promise.withResolvers<void>();
  const { listener, drain } = drainable((request, response) => {
    if (request.url !== "/slow") return void response.end("quick");
    waiting.push(response);
    arrived.resolve();
  });
  const server = createServer(listener);
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  const kept = connect(port, "127.0.0.1");
  const received = async () => String((await once(kept, "data"))[0]);
  kept.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(await received()).toContain("Connection: keep-alive");

  const slow = fetch(`${base}/slow`);
  await arrived.promise;
  const drained = drain(server);

  kept.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(await received()).toMatch(/Connection: close[\s\S]*quick/);
  await expect(fetch(base)).rejects.toThrow();
  waiting[0]?.end("slow but whole");
  expect(await (await slow).text()).toBe("slow but whole");
  await drained;
});
