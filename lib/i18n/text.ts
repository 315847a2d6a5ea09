// Applied once accents and vowel signs are gone.
const replacements: [RegExp, string][] = [
  [/[ɛεԑ]/g, "e"],
  [/[ɣγ]/g, "gh"],
  [/œ/g, "oe"],
  [/æ/g, "ae"],
  [/ß/g, "ss"],
  [/ٱ/g, "ا"],
  [/ى/g, "ي"],
  [/ة/g, "ه"],
  [/ـ/g, ""],
];

/**
 * Text as it is compared in searches and when matching an activity: lower case, no accents or Arabic
 * vowel signs, one form per alef, Kabyle letters as typed on a French keyboard, digits 0–9, single spaces.
 */
export function fold(text: string): string {
  const kabyle = text.normalize("NFC").replace(/[ţŢ]/g, "tt");
  const plain = kabyle.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const folded = replacements.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), plain);
  return westernDigits(folded)
    .replace(/[^\p{L}\p{N}@.+]+/gu, " ")
    .trim();
}

/** Arabic-Indic and Persian digits as 0–9, so that a typed amount, phone or date can be read. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0x06f0 ? 0x06f0 : 0x0660));
  });
}
