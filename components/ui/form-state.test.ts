import { describe, expect, it } from "vitest";
import { fieldName, problemsByField } from "./form-state";

describe("field names", () => {
  it.each([
    ["/email", "email"],
    ["#/email", "email"],
    ["email", "email"],
    ["/adresses/0/voie", "adresses.0.voie"],
    ["adresses[0].voie", "adresses.0.voie"],
    ["adresses[0][voie]", "adresses.0.voie"],
  ])("%s is the field %s", (pointer, name) => {
    expect(fieldName(pointer)).toBe(name);
  });

  it("keeps the first problem of a field and ignores success", () => {
    const errors = [
      { pointer: "/email", message: "first" },
      { pointer: "email", message: "second" },
    ];
    expect(problemsByField({ ok: false, code: "invalid", message: "", errors })).toEqual({ email: "first" });
    expect(problemsByField({ ok: true })).toEqual({});
    expect(problemsByField(null)).toEqual({});
  });
});
