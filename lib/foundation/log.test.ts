import { expect, test } from "vitest";
import { describeError } from "./log";

test("an error in the log carries its origin but not the values that were sent", () => {
  const cause = Object.assign(new Error('invalid input syntax for type integer: "Zohra Bénaïssa"'), {
    code: "22P02",
  });
  const error = new Error("Failed query: select $1\nparams: Zohra Bénaïssa,+33639981234", { cause });
  const text = JSON.stringify(describeError(error));
  expect(text).toContain("Failed query: select $1");
  expect(text).toContain("22P02");
  expect(text).not.toMatch(/Zohra|3399812|639981234/);
});

test("neither do values of several lines, nor the mailbox that a mail server names", () => {
  const error = new Error(
    "Failed query: insert $1\nparams: Digicode 1234\nsonner chez Bénaïssa\n\n2e étage",
    {
      cause: new Error("550 zohra.benaissa@example.org: unknown mailbox"),
    },
  );
  const text = JSON.stringify(describeError(error));
  expect(text).toContain("log.test.ts");
  expect(text).toContain("unknown mailbox");
  expect(text).not.toMatch(/1234|Bénaïssa|étage|zohra/);
});
