import { cx } from "../ui/cx";

/** What waits behind a navigation entry; nothing when it is zero. */
export function NavCount({ count, className }: { count: number | undefined; className?: string }) {
  if (!count) return null;
  return (
    <span
      className={cx(
        "min-w-5 rounded-full bg-warm-soft px-1.5 text-center text-xs leading-5 font-semibold text-warm-text tabular-nums",
        className,
      )}
    >
      {count}
    </span>
  );
}
