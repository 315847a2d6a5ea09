/** One source file as the rules see it. */
export type Source = {
  /** From the repository root, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
};

export type Import = { line: number; specifier: string; target?: string; typeOnly: boolean };

/** A rule that was broken, and where. */
export type Finding = { path: string; line: number; rule: string; message: string };

const statement = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s*)?["']([^"'\n]+)["']/gm;
const dynamic = /\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;
const endings = ["", ".ts", ".tsx", ".mjs", ".json", "/index.ts", "/index.tsx"];

/** Reads `text`; `exists` tells which paths are files, so that an import finds its target. */
export function readSource(path: string, text: string, exists: (path: string) => boolean): Source {
  const code = withoutComments(text);
  const found = [...code.matchAll(statement)].map((match) => ({
    at: match.index + match[0].search(/\S/),
    specifier: match[2] as string,
    typeOnly: match[1] !== undefined,
  }));
  for (const match of code.matchAll(dynamic))
    found.push({ at: match.index, specifier: match[1] as string, typeOnly: false });
  const imports = found.map(({ at, specifier, typeOnly }) => ({
    line: lineAt(code, at),
    specifier,
    typeOnly,
    target: resolve(path, specifier, exists),
  }));
  return { path, text, imports };
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** The same text, line for line, with comments blanked. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/^(\s*)\/\/.*$/gm, "$1");
}

function resolve(from: string, specifier: string, exists: (path: string) => boolean): string | undefined {
  let base: string;
  if (specifier.startsWith("@/")) base = specifier.slice(2);
  else if (specifier.startsWith(".")) base = join(from.split("/").slice(0, -1), specifier);
  else return undefined;
  return endings.map((ending) => base + ending).find(exists) ?? base;
}

function join(folder: string[], relative: string): string {
  const parts = [...folder];
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
