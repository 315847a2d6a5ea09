import { scaleLinear } from "@visx/scale";

type Past = { visites: number };
type Ahead = { visites: number; bas: number; haut: number };

const WIDTH = 720;
const HEIGHT = 200;
const PAD = 6;

/**
 * Weeks behind as bars, those ahead as a line within its interval; drawn on the server. For the eye only: the table
 * below says the same to everyone.
 */
export function ForecastChart({
  past,
  ahead,
  ends,
  legend,
}: {
  past: readonly Past[];
  ahead: readonly Ahead[];
  /** Words under the first week shown, the current one, and the last. */
  ends: { first: string; now: string; last: string };
  legend: { past: string; ahead: string; interval: string };
}) {
  const total = past.length + ahead.length;
  const most = Math.max(1, ...past.map(({ visites }) => visites), ...ahead.map(({ haut }) => haut));
  const x = scaleLinear<number>({ domain: [0, total], range: [PAD, WIDTH - PAD] });
  const y = scaleLinear<number>({ domain: [0, most], range: [HEIGHT - PAD, PAD] });
  const middle = (index: number) => x(past.length + index + 0.5);
  const line = ahead.map(({ visites }, index) => `${middle(index)},${y(visites)}`).join(" ");
  const band = [
    ...ahead.map(({ haut }, index) => `${middle(index)},${y(haut)}`),
    ...ahead.map(({ bas }, index) => `${middle(index)},${y(bas)}`).reverse(),
  ].join(" ");
  const barWidth = Math.max(1, x(1) - x(0) - 2);
  return (
    <div aria-hidden className="rounded-card border border-line bg-raised p-5 shadow-card sm:p-6">
      <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <Key label={legend.past} className="bg-line-strong" />
        <Key label={legend.ahead} className="bg-accent" />
        <Key label={legend.interval} className="bg-accent-soft" />
      </ul>
      <svg
        aria-hidden
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-48 w-full rtl:-scale-x-100"
      >
        {past.map(({ visites }, index) => (
          <rect
            // Weeks in their order: the place is the key.
            key={`${x(index)}`}
            x={x(index) + 1}
            y={y(visites)}
            width={barWidth}
            height={Math.max(0, y(0) - y(visites))}
            fill="var(--line-strong)"
          />
        ))}
        <polygon points={band} fill="var(--accent-soft)" />
        <polyline
          points={line}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
        />
        <line
          x1={x(past.length)}
          x2={x(past.length)}
          y1={PAD}
          y2={HEIGHT - PAD}
          stroke="var(--ink-muted)"
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div
        className="mt-2 grid gap-x-3 text-sm text-ink-muted"
        // The words stand under what they name, whatever the number of weeks behind.
        style={{
          gridTemplateColumns: `minmax(0, ${Math.max(1, past.length)}fr) minmax(0, ${ahead.length}fr)`,
        }}
      >
        <span>{ends.first}</span>
        <span className="flex flex-wrap justify-between gap-x-3">
          <span>{ends.now}</span>
          <span>{ends.last}</span>
        </span>
      </div>
    </div>
  );
}

function Key({ label, className }: { label: string; className: string }) {
  return (
    <li className="flex items-center gap-2">
      <span className={`size-3 rounded-sm ${className}`} />
      {label}
    </li>
  );
}
