import { cx } from "./cx";

const colours = [
  "bg-accent-soft text-accent-text",
  "bg-warm-soft text-warm-text",
  "bg-info-soft text-info-text",
  "bg-success-soft text-success-text",
];
const sizes = { sm: "size-8 text-xs", md: "size-11 text-sm", lg: "size-16 text-xl" };

/** Initials of a person; the name itself is expected beside it, so it is hidden from screen readers. */
export function Avatar({ name, size = "md" }: { name: string; size?: keyof typeof sizes }) {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? String.fromCodePoint(word.codePointAt(0) ?? 0x20) : ""))
    .join("\u200c");
  const colour =
    colours[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colours.length];
  return (
    <span
      aria-hidden
      className={cx(
        "grid shrink-0 place-items-center rounded-full font-semibold uppercase",
        sizes[size],
        colour,
      )}
    >
      {initials}
    </span>
  );
}
