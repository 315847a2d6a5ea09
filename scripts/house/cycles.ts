import type { Finding, Source } from "./source.ts";

/** Files that import each other in a ring; imports of types alone vanish when built and do not count. */
export function checkCycles(sources: Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const finished = new Set<string>();
  const findings: Finding[] = [];

  const visit = (source: Source, trail: string[]) => {
    if (finished.has(source.path)) return;
    for (const { target, typeOnly, line } of source.imports) {
      const next = typeOnly || !target ? undefined : byPath.get(target);
      if (!next) continue;
      const start = [...trail, source.path].indexOf(next.path);
      if (start < 0) visit(next, [...trail, source.path]);
      else
        findings.push({
          path: source.path,
          line,
          rule: "cycle",
          message: ring([...trail, source.path], start),
        });
    }
    finished.add(source.path);
  };

  for (const source of sources) visit(source, []);
  return findings;
}

function ring(trail: string[], start: number): string {
  return `import ring: ${[...trail.slice(start), trail[start]].join(" → ")}`;
}
