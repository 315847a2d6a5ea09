"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { TextField } from "@/components/ui/text-field";
import { PASSWORD_MIN, type Strength, strengthOf } from "@/lib/organisation/present-strength";

/** Fields of the same form whose words make a password easy to guess. */
const own = ["prenom", "nom", "email"];

/** A password being chosen: how hard it is to guess is said in words while it is typed; the server has the last word. */
export function NewPasswordField({
  about = [],
  className,
  ...field
}: {
  name: string;
  label: string;
  description: string;
  /** Names and e-mail of whose it is, where the form does not ask for them. */
  about?: readonly string[];
  className?: string;
}) {
  const t = useTranslations("ui.password");
  const frame = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<{ strength: Strength; missing: number } | null>(null);
  const judge = (password: string) => {
    const form = frame.current?.closest("form");
    const typed = form ? own.map((name) => String(new FormData(form).get(name) ?? "")) : [];
    const missing = PASSWORD_MIN - [...password].length;
    setSaid(password ? { strength: strengthOf(password, [...about, ...typed]), missing } : null);
  };
  const good = said?.strength === "fair" || said?.strength === "strong";
  return (
    <div ref={frame} className={className}>
      <TextField {...field} type="password" autoComplete="new-password" isRequired onChange={judge} />
      <p role="status" className={cx("mt-1 min-h-5 text-sm", good ? "text-success-text" : "text-ink-muted")}>
        {said ? t(said.strength, { count: said.missing }) : null}
      </p>
    </div>
  );
}
