import Form from "next/form";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button-style";

/** A GET form on the same address; `keep` carries the rest of the booking along. */
export function JumpForm({
  label,
  keep,
  children,
}: {
  label: string;
  keep: Record<string, string | undefined>;
  children: ReactNode;
}) {
  return (
    <Form action="" className="flex items-end gap-2">
      {Object.entries(keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {children}
      <button type="submit" className={buttonClass()}>
        {label}
      </button>
    </Form>
  );
}
