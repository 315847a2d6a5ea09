import { expect, test } from "vitest";
import { requestIdIn } from "./request-id";

test("a plain request id is taken over; anything else is replaced, since the log keeps it for good", () => {
  const given = (id: string) => requestIdIn(new Headers({ "x-request-id": id }));
  expect(given("4b1e-0c7a-91")).toBe("4b1e-0c7a-91");
  for (const id of ["zohra@example.org", "short", "a".repeat(65), ""])
    expect(given(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
});
