import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import proxy, { config } from "./proxy";

function visit(path: string, headers: Record<string, string> = {}) {
  return proxy(new NextRequest(`https://dihya.test${path}`, { headers }));
}

it.each([
  ["/", {}, "/fr"],
  [
    "/catalogue?ville=Lyon&tri=prix",
    { "accept-language": "ar-DZ,fr;q=0.5" },
    "/ar/catalogue?ville=Lyon&tri=prix",
  ],
  ["/", { "accept-language": "kab" }, "/tzm"],
  ["/connexion", { "accept-language": "en", cookie: "dihya_langue=ar" }, "/ar/connexion"],
  ["/connexion", { cookie: "dihya_langue=xx" }, "/fr/connexion"],
])("sends %s to its language, query kept", (path, headers, expected) => {
  const answer = visit(path, headers);
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe(`https://dihya.test${expected}`);
  expect(answer.headers.get("vary")).toContain("Accept-Language");
});

it("serves an address that has its language, and remembers it when it differs from the browser's", () => {
  const answer = visit("/ar/catalogue", { "accept-language": "fr" });
  expect(answer.headers.get("location")).toBeNull();
  expect(answer.headers.get("set-cookie")).toContain("dihya_langue=ar");
  expect(visit("/fr", { "accept-language": "fr" }).headers.get("set-cookie")).toBeNull();
});

it("tells the page its own address, whatever the caller claims", () => {
  const answer = visit("/ar/gestion/clients?q=Petit%20A", { "x-dihya-page": "/ailleurs" });
  expect(answer.headers.get("x-middleware-request-x-dihya-page")).toBe("/gestion/clients?q=Petit%20A");
});

it("changes the remembered language when another is opened", () => {
  const answer = visit("/tzm", { cookie: "dihya_langue=fr" });
  expect(answer.headers.get("set-cookie")).toContain("dihya_langue=tzm");
});

it.each([
  ["/api/docs?lang=en", { "accept-language": "fr", cookie: "dihya_langue=ar" }, "en"],
  ["/api/docs/clients?lang=xx", { cookie: "dihya_langue=ar" }, "ar"],
  ["/api/docs", { "accept-language": "kab", "x-dihya-langue": "en" }, "tzm"],
])("gives the API's reference at %s its language without another address", (path, headers, expected) => {
  const answer = visit(path, headers);
  expect(answer.headers.get("location")).toBeNull();
  expect(answer.headers.get("x-middleware-request-x-dihya-langue")).toBe(expected);
  expect(answer.headers.get("vary")).toContain("Accept-Language");
});

it("leaves the API, Next's files and files with an extension alone", () => {
  const [pattern = ""] = config.matcher;
  const matches = (path: string) => new RegExp(`^${pattern}$`).test(path);
  expect(["/", "/fr", "/ar/factures/12", "/apiculture"].map(matches)).toEqual([true, true, true, true]);
  expect(
    ["/api", "/api/services_personne/sante/", "/_next/static/a.js", "/favicon.ico"].map(matches),
  ).toEqual([false, false, false, false]);
});
