import Ajv2020 from "ajv/dist/2020";
import formats from "ajv-formats";
import type { Document, Endpoint, Schema } from "./document.testing";

/** 502 and 504 say that a plugin failed, a program of somebody else; only where the document foresees it. */
export const isOurFailure = (status: number) => status >= 500 && status !== 502 && status !== 504;

type Check = (value: unknown) => string | undefined;

/** Checks answers against the document: status, media type, schema, and the form of problems. */
export class Answers {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly checks = new Map<Schema, Check>();

  constructor(private readonly document: Document) {
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: "document", components: closed(document.components) });
  }

  /** What is wrong with an answer, or undefined. */
  async fault({ described }: Endpoint, answer: Response): Promise<string | undefined> {
    const text = await answer.text();
    if (isOurFailure(answer.status)) return `${answer.status} ${text.slice(0, 300)}`;
    if (answer.status === 204 || answer.status === 304)
      return text === "" ? undefined : `${answer.status} with a body`;
    const told = described.responses[answer.status] ?? described.responses.default;
    if (!told) return `${answer.status} is not in the document: ${text.slice(0, 200)}`;
    const ref = (told as { $ref?: string }).$ref?.split("/").at(-1);
    const shared = this.document.components.responses as Document["paths"][""][""]["responses"] | undefined;
    const content = (ref ? shared?.[ref] : told)?.content ?? {};
    const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
    const media = content[type];
    if (!media?.schema) return `${answer.status} in ${type || "no type"}, which is not in the document`;
    if (type.endsWith("ndjson")) return text.split("\n").find((line) => line !== "" && !isJson(line));
    if (!type.endsWith("json")) return text.length > 0 ? undefined : `empty ${type}`;
    return this.checkOf(media.schema)(JSON.parse(text));
  }

  private checkOf(schema: Schema): Check {
    let check = this.checks.get(schema);
    if (!check) {
      const validate = this.ajv.compile(closed(schema) as object);
      check = (value) =>
        validate(value)
          ? undefined
          : `${this.ajv.errorsText(validate.errors)} ${JSON.stringify(validate.errors?.[0]?.params)}`;
      this.checks.set(schema, check);
    }
    return check;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** References within the document, and objects that hold nothing but what is told of them. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== "object" || part === null) return part;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part))
    copy[name] = name === "$ref" ? `document${String(value)}` : closed(value);
  const object = part as Schema;
  if (object.properties && object.type && object.additionalProperties === undefined)
    copy.additionalProperties = false;
  return copy;
}
