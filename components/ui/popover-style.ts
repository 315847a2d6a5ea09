/** The look of everything that opens above the page beside its trigger. */
export const popoverClass =
  "z-50 rounded-card border border-line bg-raised text-ink shadow-overlay outline-none data-[entering]:animate-fade";

/** Rows of a menu or list box inside such a popover. */
export const optionClass =
  "flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 py-2 outline-none data-[disabled]:opacity-50 " +
  "data-[focused]:bg-accent-soft data-[selected]:font-semibold data-[selected]:text-accent-text [&_svg]:size-4.5 [&_svg]:shrink-0";
