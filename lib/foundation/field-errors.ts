import type { z } from "zod";
import type { FieldCode, FieldError } from "./errors";

type Issue = z.core.$ZodIssue;

/** Our field codes for what Zod found in `raw`; the texts are ours, in four languages. */
export function fieldErrors(error: z.ZodError, raw?: unknown): FieldError[] {
  return error.issues.flatMap((issue) => fromIssue(issue, raw));
}

function fromIssue(issue: Issue, raw: unknown): FieldError[] {
  const pointer = `/${issue.path.map(String).join("/")}`;
  // A coerced number hides what was there: an absent one is not a wrong one.
  if (issue.code === "invalid_type" && Number.isNaN(issue.input) && isAbsent(raw, issue.path))
    return [{ pointer, code: "required" }];
  if (issue.code === "unrecognized_keys") {
    const base = issue.path.length > 0 ? `${pointer}/` : "/";
    return issue.keys.map((key) => ({ pointer: `${base}${key}`, code: "unknownField" }));
  }
  if (issue.code === "invalid_union" && issue.errors[0]?.[0])
    return fromIssue(nested(issue, issue.errors[0][0]), raw);
  return [{ pointer, ...codeOf(issue) }];
}

function isAbsent(raw: unknown, path: Issue["path"]): boolean {
  let value = raw;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value === undefined || value === null || value === "";
}

function nested(outer: Issue, inner: Issue): Issue {
  return { ...inner, path: [...outer.path, ...inner.path] };
}

function codeOf(issue: Issue): { code: FieldCode; params?: Record<string, string | number> } {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null || issue.input === "")
        return { code: "required" };
      return {
        code: issue.expected === "number" || issue.expected === "int" ? "invalidNumber" : "invalidFormat",
      };
    case "too_small":
      if (issue.origin === "string") {
        return Number(issue.minimum) <= 1
          ? { code: "required" }
          : { code: "tooShort", params: { min: Number(issue.minimum) } };
      }
      if (issue.origin === "array") return { code: "required" };
      return { code: "tooSmall", params: { min: String(issue.minimum) } };
    case "too_big":
      return issue.origin === "string" || issue.origin === "array"
        ? { code: "tooLong", params: { max: Number(issue.maximum) } }
        : { code: "tooBig", params: { max: String(issue.maximum) } };
    case "invalid_format":
      if (issue.format === "email") return { code: "invalidEmail" };
      return {
        code: issue.format === "date" || issue.format === "datetime" ? "invalidDate" : "invalidFormat",
      };
    case "invalid_value":
      return { code: "invalidChoice" };
    case "custom":
      return {
        code: (issue.params?.code as FieldCode | undefined) ?? "invalidFormat",
        params: issue.params?.params,
      };
    default:
      return { code: "invalidFormat" };
  }
}
