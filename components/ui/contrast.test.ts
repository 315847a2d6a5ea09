import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

const light = tokens(/:root \{([^}]*)\}/);
const dark = tokens(/:root\[data-theme="dark"\] \{([^}]*)\}/);
const darkOfDevice = tokens(/:root:not\(\[data-theme="light"\]\) \{([^}]*)\}/);

// Text on background: WCAG 2.2 SC 1.4.3 asks 4.5. Borders of inputs, marks and focus: SC 1.4.11 asks 3.
const text = [
  ...["surface", "raised", "sunken"].flatMap((ground) => [
    ["ink", ground],
    ["ink-muted", ground],
    ["accent-text", ground],
    ["danger-text", ground],
    ["warm-text", ground],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["danger-ink", "danger"],
  ["danger-ink", "danger-hover"],
  ["accent-text", "accent-soft"],
  ["warm-text", "warm-soft"],
  ["danger-text", "danger-soft"],
  ["success-text", "success-soft"],
  ["warning-text", "warning-soft"],
  ["info-text", "info-soft"],
  ["neutral-text", "neutral-soft"],
  ...["accent", "warm", "danger", "warning", "info"].map((tone) => ["ink", `${tone}-soft`]),
  ...["accent", "warm"].map((tone) => ["ink-muted", `${tone}-soft`]),
] as [string, string][];
const marks = ["surface", "raised", "sunken"].flatMap((ground) => [
  ["line-strong", ground],
  ["accent", ground],
  ["clay", ground],
  ["ring", ground],
]) as [string, string][];

describe.each([
  ["light", light],
  ["dark", dark],
])("contrast in the %s theme", (_, theme) => {
  it.each(text)("%s on %s can be read", (front, ground) => {
    expect(contrast(theme[front], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(marks)("%s on %s can be seen", (front, ground) => {
    expect(contrast(theme[front], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});

it("the device's dark theme is the chosen dark theme", () => {
  expect(darkOfDevice).toEqual(dark);
});

it("both themes define the same colours", () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

function tokens(block: RegExp): Record<string, string> {
  const body = block.exec(css)?.[1] ?? "";
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2]]),
  );
}

function contrast(front: string | undefined, ground: string | undefined): number {
  const [a, b] = [luminance(front), luminance(ground)].sort((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
}

// WCAG 2.2 relative luminance of "#rrggbb".
function luminance(hex: string | undefined): number {
  if (!hex || !/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`not a colour: ${hex}`);
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
