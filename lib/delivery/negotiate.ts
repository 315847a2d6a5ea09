/** The best of the offered media types for an Accept header (RFC 9110 §12.5.1), or null when none will do. */
export function preferred(accept: string | null, offered: readonly string[]): string | null {
  if (!accept?.trim()) return offered[0] ?? null;
  const ranges = accept.split(",").map(parseRange);
  let best: { type: string; q: number } | null = null;
  for (const type of offered) {
    const q = quality(type, ranges);
    if (q > 0 && (!best || q > best.q)) best = { type, q };
  }
  return best?.type ?? null;
}

type Range = { type: string; q: number };

function parseRange(text: string): Range {
  const [type = "", ...params] = text.split(";").map((part) => part.trim().toLowerCase());
  const q = params.find((param) => param.startsWith("q="));
  const value = q ? Number(q.slice(2)) : 1;
  return { type, q: Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0 };
}

function quality(type: string, ranges: readonly Range[]): number {
  const group = `${type.split("/")[0]}/*`;
  for (const wanted of [type, group, "*/*"]) {
    const range = ranges.find((one) => one.type === wanted);
    if (range) return range.q;
  }
  return 0;
}
