/** How far work is, 0–100. `label` names it for screen readers; put the figure beside it. */
export function ProgressBar({ value, label }: { value: number; label: string }) {
  return (
    <progress
      value={value}
      max={100}
      aria-label={label}
      className="h-3 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
    />
  );
}
