const letters: Record<string, string> = {
  a: "ⴰ",
  b: "ⴱ",
  c: "ⵛ",
  č: "ⵞ",
  d: "ⴷ",
  ḍ: "ⴹ",
  e: "ⴻ",
  ɛ: "ⵄ",
  f: "ⴼ",
  g: "ⴳ",
  ǧ: "ⴵ",
  h: "ⵀ",
  ḥ: "ⵃ",
  i: "ⵉ",
  j: "ⵊ",
  k: "ⴽ",
  l: "ⵍ",
  m: "ⵎ",
  n: "ⵏ",
  o: "ⵓ",
  p: "ⵒ",
  q: "ⵇ",
  ɣ: "ⵖ",
  r: "ⵔ",
  ṛ: "ⵕ",
  s: "ⵙ",
  ṣ: "ⵚ",
  t: "ⵜ",
  ṭ: "ⵟ",
  u: "ⵓ",
  v: "ⵠ",
  w: "ⵡ",
  ʷ: "ⵯ",
  "°": "ⵯ",
  x: "ⵅ",
  y: "ⵢ",
  z: "ⵣ",
  ẓ: "ⵥ",
};

// Look-alikes from Greek, Cyrillic and Turkish keyboards, frequent in typed Kabyle.
const lookAlikes: Record<string, string> = { ε: "ɛ", ԑ: "ɛ", σ: "ɛ", γ: "ɣ", ğ: "ǧ", ţ: "tt" };

/**
 * Kabyle in Latin letters written in Tifinagh, letter by letter (INALCO orthography; digits, spaces,
 * hyphens and punctuation stay). Not for proper names, e-mail addresses, codes or amounts.
 */
export function toTifinagh(text: string): string {
  const folded = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[εԑσγğţ]/g, (letter) => lookAlikes[letter] ?? letter);
  return [...folded].map((letter) => letters[letter] ?? letter).join("");
}
