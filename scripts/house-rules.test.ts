import { expect, test } from "vitest";
import { checkHouse } from "./house-rules";

function findings(files: Record<string, string>): string[] {
  return checkHouse(new Map(Object.entries(files))).map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

const clean: Record<string, string> = {
  "db/client.ts": "export const database = 1;\n",
  "db/schema/clients.ts": "export const clients = 1;\n",
  "lib/foundation/money.ts": 'import { database } from "@/db/client";\nexport const a = database;\n',
  "lib/clients/store.ts": 'import { clients } from "@/db/schema/clients";\nexport const b = clients;\n',
  "lib/clients/read-client.ts": 'import { b } from "./store";\nexport const c = b;\n',
  "lib/clients/present.ts": "export const d = 1;\n",
  "lib/factures/create-facture.ts": 'import { c } from "@/lib/clients/read-client";\nexport const e = c;\n',
  "components/clients/card.tsx":
    'import { d } from "@/lib/clients/present";\nexport const Card = () => <p className="ms-2 text-start">{d}</p>;\n',
};

test("a well-kept house has no finding", () => {
  expect(findings(clean)).toEqual([]);
});

test.each([
  [
    "direction",
    "lib/clients/x.ts:1",
    'import { e } from "@/lib/factures/create-facture";\nexport const x = e;\n',
  ],
  [
    "direction",
    "lib/foundation/x.ts:1",
    'import { c } from "@/lib/clients/read-client";\nexport const x = c;\n',
  ],
  ["direction", "db/x.ts:1", 'import { a } from "@/lib/foundation/money";\nexport const x = a;\n'],
  ["direction", "components/x.ts:1", 'import { c } from "@/lib/clients/read-client";\nexport const x = c;\n'],
  ["direction", "app/x.ts:1", 'export async function x() {\n  return import("../db/client");\n}\n', 2],
  [
    "direction",
    "e2e/x.ts:1",
    'import type { c } from "../lib/clients/read-client";\nexport type X = typeof c;\n',
  ],
  ["direction", "lib/clients/x.ts:1", 'import { w } from "@/lib/worker/worker";\nexport const x = w;\n'],
  [
    "tables",
    "lib/clients/x.ts:2",
    '// why\nimport { clients } from "@/db/schema/clients";\nexport const x = clients;\n',
  ],
  ["private-store", "lib/factures/x.ts:1", 'import { b } from "@/lib/clients/store";\nexport const x = b;\n'],
  ["barrel", "lib/clients/x.ts:1", 'export { c } from "./read-client";\nexport * from "./present";\n'],
  ["barrel", "lib/clients/index.ts:1", "export const x = 1;\n"],
  ["length", "lib/clients/x.ts:300", "export {};\n".repeat(301)],
  ["logical-css", "components/x.tsx:1", 'export const X = () => <p className="flex ml-2" />;\n'],
  ["logical-css", "components/x.tsx:1", 'export const X = () => <p className="md:text-left" />;\n'],
  ["logical-css", "components/x.tsx:1", 'export const X = () => <p className="rounded-l-md" />;\n'],
  ["logical-css", "components/x.tsx:1", 'export const X = () => <p className="border-r" />;\n'],
  ["logical-css", "components/x.tsx:1", 'export const X = () => <p className="-left-[3px]" />;\n'],
  ["logical-css", "app/x.css:2", "a {\n  margin-left: 1px;\n}\n"],
  ["localised-format", "app/x.ts:1", "export const x = (n: number) => n.toLocaleString();\n"],
  ["localised-format", "lib/clients/x.ts:1", 'export const x = new Intl.NumberFormat("fr");\n'],
  ["hook-name", "lib/clients/x.ts:1", `export function use${"Client"}() {}\n`],
  ["no-silencing", "lib/clients/x.ts:1", `export const x = 1 as ${"any"};\n`],
  ["no-unfinished", "lib/clients/x.ts:1", `// ${"TO"}${"DO"} later\nexport const x = 1;\n`],
  ["file-name", "lib/clients/readClient.ts:1", "export const x = 1;\n"],
  ["file-name", "lib/clients/date-utils.ts:1", "export const x = 1;\n"],
])("%s is reported at %s", (rule, place, text, line?: number) => {
  const path = place.split(":")[0] as string;
  const where = line ? `${path}:${line}` : place;
  expect(findings({ ...clean, [path]: text })).toEqual([`${where} ${rule}`]);
});

test("an import ring is reported once, and types alone make none", () => {
  const ring = {
    "lib/clients/a.ts": 'import { b } from "./b";\nexport const a = () => b;\n',
    "lib/clients/b.ts": 'import { a } from "./a";\nexport const b = () => a;\n',
  };
  expect(findings(ring)).toEqual(["lib/clients/b.ts:1 cycle"]);
  const types = { ...ring, "lib/clients/b.ts": 'import type { a } from "./a";\nexport type B = typeof a;\n' };
  expect(findings(types)).toEqual([]);
});
