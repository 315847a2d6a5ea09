const replacements: [RegExp, string][] = [
  [/[ɛεԑ]/g, "e"],
  [/[ɣγ]/g, "gh"],
  [/ţ/g, "tt"],
  [/œ/g, "oe"],
  [/æ/g, "ae"],
  [/ß/g, "ss"],
  [/[أإآٱ]/g, "ا"],
  [/ى/g, "ي"],
  [/ة/g, "ه"],
  [/ؤ/g, "و"],
  [/ئ/g, "ي"],
  [/ـ/g, ""],
];

/**
 * Text as it is compared in searches and when matching an activity: lower case, no accents or Arabic
 * vowel signs, one form per alef, Kabyle letters as typed on a French keyboard, digits 0–9, single spaces.
 */
export function fold(text: string): string {
  let folded = text.normalize("NFKC").toLowerCase();
  for (const [pattern, replacement] of replacements) folded = folded.replace(pattern, replacement);
  return westernDigits(folded.normalize("NFKD"))
    .replace(/\p{M}/gu, "")
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
