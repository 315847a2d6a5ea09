import { scaleLinear } from "@visx/scale";
import type { Bar } from "./values";

/** From calm to pressing; colours of the theme that both schemes hold. */
const tints: Record<number, readonly string[]> = {
  1: ["var(--accent)"],
  3: ["var(--accent)", "var(--warm)", "var(--clay)"],
  5: ["var(--accent)", "var(--info-text)", "var(--warm)", "var(--clay)", "var(--danger)"],
};

/**
 * Horizontal bars drawn on the server. For the eye only: the table below says the same to everyone, so the drawing is
 * hidden from screen readers, with `reversed` when the first part is the worst.
 */
export function BarChart({
  title,
  series,
  bars,
  reversed = false,
}: {
  title: string;
  series: readonly string[];
  bars: readonly Bar[];
  reversed?: boolean;
}) {
  const longest = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)));
  const scale = scaleLinear<number>({ domain: [0, longest], range: [0, 100] });
  const palette = [...(tints[series.length] ?? tints[5] ?? [])];
  if (reversed) palette.reverse();
  return (
    <div aria-hidden className="rounded-card border border-line bg-raised p-5 shadow-card sm:p-6">
      <p className="mb-4 font-semibold">{title}</p>
      {series.length > 1 ? <Legend series={series} palette={palette} /> : null}
      <div className="grid gap-3">
        {bars.map(({ key, label, text, parts }) => (
          <div
            key={key}
            className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_7.5rem]"
          >
            <div className="flex justify-between gap-3 sm:contents">
              <bdi className="truncate text-[0.9375rem]">{label}</bdi>
              <span className="shrink-0 text-end tabular-nums sm:order-3">{text}</span>
            </div>
            <svg
              aria-hidden
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              className="h-4 w-full rounded-sm bg-sunken sm:order-2 rtl:-scale-x-100"
            >
              <Parts parts={parts} scale={scale} palette={palette} />
            </svg>
          </div>
        ))}
      </div>
    </div>
  );
}

function Parts({
  parts,
  scale,
  palette,
}: {
  parts: readonly number[];
  scale: (value: number) => number;
  palette: readonly string[];
}) {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part, 0));
  return (
    <>
      {parts.map((part, index) =>
        part > 0 ? (
          <rect
            key={palette[index]}
            x={scale(starts[index] ?? 0)}
            width={scale(part)}
            height={10}
            fill={palette[index]}
          />
        ) : null,
      )}
    </>
  );
}

function Legend({ series, palette }: { series: readonly string[]; palette: readonly string[] }) {
  return (
    <ul className="mb-5 flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {series.map((name, index) => (
        <li key={name} className="flex items-center gap-2">
          <span className="size-3 rounded-sm" style={{ backgroundColor: palette[index] }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
