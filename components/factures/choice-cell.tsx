import type { ReactNode } from "react";
import { Checkbox } from "../ui/checkbox";

/** The name of a row with the box that chooses it for a batch; `label` names the box. Without `id`, no box. */
export function ChoiceCell({
  id,
  label,
  children,
}: {
  id: number | null;
  label: string;
  children: ReactNode;
}) {
  return (
    <span className="flex min-h-11 items-center">
      <span className="w-9 shrink-0">
        {id === null ? null : (
          <Checkbox name="id" value={String(id)} label={<span className="sr-only">{label}</span>} />
        )}
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  );
}
