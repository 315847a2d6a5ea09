const digitZeros = [0x0660, 0x06f0]; // Arabic-Indic and Persian digits, which Arabic keyboards type.

/** What people type as a number, in any of our languages: `1,5` `1.5` `١٫٥` `1 200`. Null when it is none. */
export function parseNumberText(text: string): number | null {
  const plain = [...text.trim()]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const zero = digitZeros.find((start) => code >= start && code < start + 10);
      return zero === undefined ? character : String(code - zero);
    })
    .join("")
    .replace(/[\s\u00a0\u202f\u200e\u200f]/g, "")
    .replace(/[,٫]/, ".")
    .replace("−", "-");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** The same number as people read it: decimal comma everywhere but in English. No grouping, it is a field. */
export function numberText(value: number | null | undefined, locale: string): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  const plain = String(value);
  return locale === "en" ? plain : plain.replace(".", ",");
}

/** One step up or down, on the grid of `step` that starts at `min`, kept within the limits. */
export function stepNumber(
  value: number | null,
  direction: 1 | -1,
  { step = 1, min, max }: { step?: number; min?: number; max?: number },
): number {
  const base = min ?? 0;
  const from = value ?? (direction === 1 ? base - step : base + step);
  const index = (from - base) / step;
  const next = base + step * (direction === 1 ? Math.floor(index + 1e-9) + 1 : Math.ceil(index - 1e-9) - 1);
  const rounded = Number(next.toFixed(6));
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, rounded));
}
