import { expect, test } from "vitest";
import { toRefused } from "./problem";

test("a connection lost before the operation began is temporary, not a failure of ours", () => {
  const cause = Object.assign(new Error("write CONNECTION_CLOSED 127.0.0.1:5432"), {
    code: "CONNECTION_CLOSED",
  });
  const refusal = toRefused(new Error("Failed query", { cause }), "request-1");
  expect(refusal).toMatchObject({
    status: 503,
    code: "unavailable",
    details: { headers: { "Retry-After": "1" } },
  });
});

test("anything unknown is internal, with the request to quote", () => {
  expect(toRefused(new Error("?"), "request-1")).toMatchObject({
    status: 500,
    details: { params: { requestId: "request-1" } },
  });
});
