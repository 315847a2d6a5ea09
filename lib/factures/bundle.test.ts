import { expect, test } from "vitest";
import { bundleOf, MOST } from "./bundle";

const issued = (n: number) => Array.from({ length: n }, (_, at) => ({ clientId: 7, numero: `A-${n - at}` }));

test("one document keeps its number, several are the client's", () => {
  expect(bundleOf(issued(1)).name).toBe("A-1.pdf");
  expect(bundleOf(issued(MOST))).toMatchObject({ name: "factures-client-7.pdf", rows: { length: MOST } });
});

test("the name says that older documents were left out, and the newest are kept", () => {
  const { name, rows } = bundleOf(issued(MOST + 1));
  expect(name).toBe("factures-client-7-60-dernieres.pdf");
  expect(rows).toHaveLength(MOST);
  expect(rows[0]?.numero).toBe(`A-${MOST + 1}`);
  expect(rows.at(-1)?.numero).toBe("A-2");
});
