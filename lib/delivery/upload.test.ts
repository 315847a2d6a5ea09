import { describe, expect, test } from "vitest";
import { readUpload } from "./upload";

const MOST = 8_000_000;
const send = (body: BodyInit, type?: string) =>
  readUpload(
    new Request("https://dihya.test/", {
      method: "POST",
      body,
      headers: type ? { "content-type": type } : undefined,
    }),
    ["text/csv"],
  );

const formOf = (size: number) => {
  const form = new FormData();
  form.set("fichier", new File([new Uint8Array(size).fill(97)], "clients.csv", { type: "text/csv" }));
  return form;
};

describe("readUpload", () => {
  test("takes a file of the largest size, and none with a byte more", async () => {
    const whole = await send(new Uint8Array(MOST).fill(97), "text/csv");
    expect(Buffer.from(String(whole.contenu), "base64")).toHaveLength(MOST);
    await expect(send(new Uint8Array(MOST + 1).fill(97), "text/csv")).rejects.toMatchObject({
      code: "payloadTooLarge",
    });
  });

  test("measures a file within a form by itself", async () => {
    expect(await send(formOf(MOST))).toMatchObject({ nom: "clients.csv" });
    await expect(send(formOf(MOST + 1))).rejects.toMatchObject({ code: "payloadTooLarge" });
  });

  test("counts what comes, not what is announced", async () => {
    const chunk = new Uint8Array(1_000_000).fill(97);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    const request = new Request("https://dihya.test/", {
      method: "POST",
      body: endless,
      headers: { "content-type": "text/csv" },
      duplex: "half",
    } as RequestInit);
    await expect(readUpload(request, ["text/csv"])).rejects.toMatchObject({ code: "payloadTooLarge" });
  });

  test.each(["application/zip", "image/svg+xml", "text/html", "application/x-msdownload", "text/csv2"])(
    "refuses a body of type %s",
    async (type) => {
      await expect(send("nom\nA", type)).rejects.toMatchObject({ code: "unsupportedMediaType" });
    },
  );

  test("keeps the end of a file's name and nothing of where it lay", async () => {
    const form = new FormData();
    form.set("fichier", new File(["nom\nA"], "x".repeat(500)));
    expect(String((await send(form)).nom)).toHaveLength(200);
  });
});
