import type { ComponentProps } from "react";
import { Link } from "@/lib/i18n/navigation";
import { cx } from "./cx";

/** A link inside text or a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cx(
        "font-medium text-accent-text underline decoration-accent-text/35 underline-offset-4 hover:decoration-accent-text",
        className,
      )}
    />
  );
}
