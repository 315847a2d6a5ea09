"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { parseTheme, type Theme, themes } from "./theme";
import { saveTheme } from "./theme-action";

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Light, dark or as the device. Applied at once and remembered in a cookie the layout reads. */
export function ThemeSwitch() {
  const t = useTranslations("shell.theme");
  const group = useId();
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(parseTheme(document.documentElement.dataset.theme)), []);

  const choose = (next: Theme) => {
    setTheme(next);
    const root = document.documentElement;
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    void saveTheme(next);
  };

  return (
    <fieldset className="inline-flex rounded-full border border-line bg-sunken p-0.5">
      <legend className="sr-only">{t("label")}</legend>
      {themes.map((choice) => {
        const Icon = icons[choice];
        return (
          <label
            key={choice}
            title={t(choice)}
            className="tap grid cursor-pointer place-items-center rounded-full text-ink-muted hover:text-ink has-checked:bg-raised has-checked:text-accent-text has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              name={group}
              value={choice}
              checked={theme === choice}
              onChange={() => choose(choice)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4.5" />
            <span className="sr-only">{t(choice)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
