import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { installed, nameOf, readLockfile } from "./lockfile.ts";

/** What docs/security/asvs.csv calls not applicable: no interpreter of these kinds is here to be injected into. */
const absent: [string, RegExp][] = [
  ["LDAP", /ldap/],
  ["XPath or XML", /xpath|xml2js|libxml|fast-xml|xmldom|^sax$/],
  ["LaTeX", /latex/],
  ["memcache", /memcache/],
  ["SAML, OpenID or OAuth towards others", /saml|passport|^oauth4webapi$|grant$/],
  ["GraphQL", /graphql/],
  ["sockets of browsers", /^(ws|socket\.io|engine\.io)$/],
  [
    "templates or rich text",
    /handlebars|mustache|^ejs$|^pug$|nunjucks|tiptap|quill|^marked$|markdown-it|showdown/,
  ],
];

describe("what the table of ASVS calls absent", () => {
  const names = [
    ...new Set(installed(readLockfile()).flatMap(([place, one]) => (one.dev ? [] : [nameOf(place)]))),
  ];

  test.each(absent)("%s is not among what is installed", (_, pattern) => {
    expect(names.filter((name) => pattern.test(name))).toEqual([]);
  });

  /** Threads of the server speak among themselves; no window of another site hears them. */
  const isUsing = (text: string) =>
    /new WebSocket\(|\beval\(|new Function\(|dangerouslySetInnerHTML/.test(text) ||
    (/\bpostMessage\(/.test(text) && !/from "node:worker_threads"/.test(text));

  test("is not used through the platform either: no socket, no message between windows, no code from text", () => {
    const used = ["app", "components", "lib", "server"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((path) => join(folder, path))
        .filter((path) => /\.tsx?$/.test(path) && !/\.(test|testing)\.tsx?$/.test(path))
        .filter((path) => isUsing(readFileSync(path, "utf8"))),
    );
    expect(used).toEqual([]);
    expect(isUsing("window.postMessage(secret)")).toBe(true);
  });
});
