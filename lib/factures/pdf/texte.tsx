import { type Styles, Text } from "@react-pdf/renderer";
import { directionOf, type Feuille, printable } from "./feuille";
import { tailles } from "./theme";

type Style = Styles[string];

/**
 * A text of the document. `auto` follows the script of what somebody typed (names, addresses), `ltr` is for
 * codes and figures that never turn round (IBAN, phone, times); both keep the alignment of the page.
 */
export function Texte({
  feuille,
  children,
  dir,
  align,
  figures,
  style,
}: {
  feuille: Feuille;
  children: string;
  dir?: "auto" | "ltr";
  align?: "start" | "end" | "center";
  /** an amount: digits of one width, so that columns line up */
  figures?: boolean;
  style?: Style;
}) {
  const text = printable(children);
  const direction = dir === "auto" ? directionOf(text, feuille.dir) : (dir ?? feuille.dir);
  const textAlign = align === "center" ? "center" : align === "end" ? feuille.end : feuille.start;
  // The engine multiplies the line height by the size of the same style only, so both are given together.
  const position: Style = { direction, textAlign, fontSize: tailles.base, lineHeight: 1.35 };
  if (figures) position.fontFeatureSettings = { tnum: 1, kern: 0 };
  return <Text style={style ? [position, style] : position}>{text}</Text>;
}
