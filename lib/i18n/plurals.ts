import type { Locale } from "./locales";

/**
 * Makes plural messages say the same in every engine.
 * `tzm`: engines apply the Moroccan rule (11–99 singular) to our Kabyle text, so `one` becomes `=0` and `=1`.
 * `tzm`, `ar`: `#` would use number data some browsers lack, so it becomes the plain count in digits 0–9.
 */
export function portablePlurals<Tree>(locale: Locale, tree: Tree): Tree {
  if (locale !== "tzm" && locale !== "ar") return tree;
  return rewriteTree(tree, locale === "tzm") as Tree;
}

function rewriteTree(node: unknown, kabyle: boolean): unknown {
  if (typeof node === "string") return rewriteMessage(node, kabyle);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, rewriteTree(child, kabyle)]));
}

const pluralOpening = /\{\s*(\w+)\s*,\s*plural\s*,/;

function rewriteMessage(message: string, kabyle: boolean): string {
  const opening = pluralOpening.exec(message);
  if (!opening) return message;
  const name = opening[1] ?? "";
  const end = closingBrace(message, opening.index);
  const before = message.slice(0, opening.index);
  const body = message.slice(opening.index + opening[0].length, end);
  const options = readOptions(body).map(({ selector, text }) => ({
    selector,
    text: rewriteMessage(text, kabyle).replaceAll("#", `{${name}}`),
  }));
  const written = (kabyle ? kabyleOptions(options) : options).map(
    ({ selector, text }) => `${selector} {${text}}`,
  );
  return `${before}{${name}, plural, ${written.join(" ")}}${rewriteMessage(message.slice(end + 1), kabyle)}`;
}

interface PluralOption {
  selector: string;
  text: string;
}

/** CLDR `kab`: `one` is 0 and 1; a message may still say zero its own way with `=0`. */
function kabyleOptions(options: PluralOption[]): PluralOption[] {
  const explicit = new Set(options.map((option) => option.selector));
  return options.flatMap((option) =>
    option.selector === "one"
      ? ["=0", "=1"]
          .filter((number) => !explicit.has(number))
          .map((selector) => ({ selector, text: option.text }))
      : [option],
  );
}

function readOptions(body: string): PluralOption[] {
  const options: PluralOption[] = [];
  let position = 0;
  for (let open = body.indexOf("{"); open >= 0; open = body.indexOf("{", position)) {
    const close = closingBrace(body, open);
    options.push({ selector: body.slice(position, open).trim(), text: body.slice(open + 1, close) });
    position = close + 1;
  }
  return options;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    if (text[index] === "}") depth -= 1;
    if (depth === 0) return index;
  }
  throw new Error(`Unbalanced braces in message: ${text}`);
}
