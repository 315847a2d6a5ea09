type Nested = { [name: string]: Nested | string };

/**
 * The fields of a form whose names are paths (`adresses.0.voie`) as nested objects and lists, ready for an
 * operation's input. Empty texts stay (they empty a value); a list keeps the order of its numbers, without gaps.
 */
export function nestedFieldsOf(form: FormData): Record<string, unknown> {
  const root: Nested = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    const path = name.split(".");
    const last = path.pop() ?? name;
    const branch = path.reduce<Nested>(branchAt, root);
    branch[last] = value;
  }
  return listsOf(root) as Record<string, unknown>;
}

function branchAt(node: Nested, step: string): Nested {
  const found = Object.hasOwn(node, step) ? node[step] : undefined;
  if (typeof found === "object") return found;
  const made: Nested = {};
  // Not an assignment: "__proto__" is only a name here.
  Object.defineProperty(node, step, { value: made, enumerable: true, writable: true, configurable: true });
  return made;
}

function listsOf(node: Nested | string): unknown {
  if (typeof node === "string") return node;
  const entries = Object.entries(node).map(([name, value]) => [name, listsOf(value)] as const);
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  // Object.entries gives whole numbers in ascending order.
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
