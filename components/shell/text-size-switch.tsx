"use client";

import { useEffect, useState } from "react";
import { Switch } from "../ui/switch";
import { saveTextSize } from "./text-size-action";

/** Larger text everywhere, applied at once and remembered in this browser. */
export function TextSizeSwitch({ label, description }: { label: string; description: string }) {
  const [isLarge, setLarge] = useState(false);
  useEffect(() => setLarge(document.documentElement.dataset.text === "large"), []);
  return (
    <Switch
      label={label}
      description={description}
      isSelected={isLarge}
      onChange={(next) => {
        setLarge(next);
        if (next) document.documentElement.dataset.text = "large";
        else delete document.documentElement.dataset.text;
        void saveTextSize(next);
      }}
    />
  );
}
