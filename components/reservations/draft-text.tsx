"use client";

import { useEffect, useState } from "react";
import { useFormField } from "../ui/form-context";
import { TextArea } from "../ui/text-area";

const prefix = "dihya.brouillon.";

/**
 * Free text of a booking, kept in this tab while the person goes back and forth. Not in the address: it may hold
 * a door code.
 */
export function DraftText({
  name,
  label,
  description,
  maxLength,
}: {
  name: string;
  label: string;
  description?: string;
  maxLength: number;
}) {
  const sent = useFormField(name).value;
  const [text, setText] = useState(sent ?? "");
  useEffect(() => {
    const kept = sessionStorage.getItem(prefix + name);
    if (kept) setText((now) => now || kept);
  }, [name]);
  return (
    <TextArea
      name={name}
      label={label}
      description={description}
      isRequired={false}
      maxLength={maxLength}
      value={text}
      onChange={(next) => {
        setText(next);
        sessionStorage.setItem(prefix + name, next);
      }}
    />
  );
}

/** Once the request is sent, its words are not kept any longer. */
export function ForgetDraft() {
  useEffect(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }, []);
  return null;
}
