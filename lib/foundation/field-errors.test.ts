import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-errors";

const schema = z.strictObject({ n: z.coerce.number().int().positive(), t: z.string().min(3) });
const codes = (raw: unknown) => {
  const parsed = schema.safeParse(raw, { reportInput: true });
  return parsed.success
    ? []
    : fieldErrors(parsed.error, raw).map(({ pointer, code }) => `${pointer} ${code}`);
};

test("an absent number is required, a wrong one is not a number, an unknown field is named", () => {
  expect(codes({ t: "abc" })).toEqual(["/n required"]);
  expect(codes({ n: "", t: "ab" })).toEqual(["/n tooSmall", "/t tooShort"]);
  expect(codes({ n: "x", t: "abc", z: 1 })).toEqual(["/n invalidNumber", "/z unknownField"]);
});
