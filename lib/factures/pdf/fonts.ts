import { createRequire } from "node:module";
import { join } from "node:path";
import { Font } from "@react-pdf/renderer";
import type { Locale } from "@/lib/i18n/locales";

export type Poids = 400 | 600;
type Fonte = { family: string; fontWeight: Poids };

/** Full TTFs: the web subsets lack the narrow space of French amounts, and WOFF2 is refused. */
const files: (Fonte & { path: string })[] = [
  { family: "Inter", fontWeight: 400, path: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf" },
  { family: "Inter", fontWeight: 600, path: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf" },
  {
    family: "Vazirmatn",
    fontWeight: 400,
    path: "@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf",
  },
  {
    family: "Vazirmatn",
    fontWeight: 600,
    path: "@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf",
  },
  {
    family: "Noto Sans Tifinagh",
    fontWeight: 400,
    path: "@expo-google-fonts/noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf",
  },
];

let opened: Promise<void> | undefined;

/**
 * Makes the fonts ready for one document; await it before each. They are opened once per process, then only
 * their glyph caches are emptied: embedding leaves letters there that no longer know their character, and
 * the next Arabic text would come out with its letters unjoined.
 */
export async function prepareFonts(): Promise<void> {
  opened ??= openFonts();
  await opened;
  for (const file of files) {
    const font = fontOf(file);
    if (font) (font as unknown as { _glyphs: object })._glyphs = {};
  }
}

/** Families tried in turn for each character: a French document may carry an Arabic or Tifinagh name. */
export function fontStack(langue: Locale): string[] {
  return langue === "ar"
    ? ["Vazirmatn", "Inter", "Noto Sans Tifinagh"]
    : ["Inter", "Vazirmatn", "Noto Sans Tifinagh"];
}

/** Whether one of the fonts draws this character. Call after `prepareFonts`. */
export function isDrawable(codePoint: number): boolean {
  return files.some((file) => isDrawnBy(file, codePoint));
}

export function isDrawnBy(font: Fonte, codePoint: number): boolean {
  return fontOf(font)?.hasGlyphForCodePoint(codePoint) ?? false;
}

/** Glyph numbers of a shaped text, in reading order. Call after `prepareFonts`. */
export function glyphsOf(font: Fonte, text: string): number[] {
  const run = fontOf(font)?.layout(text, undefined, undefined, undefined, "ltr");
  return run?.glyphs.map((glyph: { id: number }) => glyph.id) ?? [];
}

function fontOf({ family, fontWeight }: Fonte) {
  return Font.getFont({ fontFamily: family, fontWeight })?.data;
}

/** Paths are resolved from the project root, so that a bundle finds them too. */
async function openFonts(): Promise<void> {
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  for (const { family, fontWeight, path } of files) Font.register({ family, fontWeight, src: resolve(path) });
  // Hyphens are grammatical in Kabyle and English patterns are wrong for French: words stay whole.
  Font.registerHyphenationCallback((word) => [word]);
  await Promise.all(files.map(({ family, fontWeight }) => Font.load({ fontFamily: family, fontWeight })));
}
