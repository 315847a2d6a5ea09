import { expect, test } from "vitest";
import { describeError, failureLine } from "./log";

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

test("a failure in one line names the code and the rule, from an error or from what the queue kept of it", () => {
  const cause = {
    message: 'date/time field value out of range: "Zohra 1931-02-30"\nmore',
    code: "22008",
    constraint_name: "clients_age",
  };
  const kept = { message: "Failed query: insert $1\nparams: Zohra", cause };
  expect(failureLine(kept)).toBe("22008 clients_age date/time field value out of range: …");
  expect(
    failureLine(new Error(kept.message, { cause: Object.assign(new Error(cause.message), cause) })),
  ).toBe(failureLine(kept));
  expect(failureLine({ message: kept.message })).toBe("Failed query");
  expect(failureLine(null)).toBe("");
});
