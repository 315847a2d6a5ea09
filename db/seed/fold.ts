const replacements: [RegExp, string][] = [
  [/[ɛεԑ]/g, "e"],
  [/[ɣγ]/g, "gh"],
  [/œ/g, "oe"],
  [/æ/g, "ae"],
];

/** Text as the search box compares it; the same rule as the application's, for the letters that occur here. */
export function fold(text: string): string {
  let folded = text.normalize("NFC").toLowerCase();
  for (const [pattern, replacement] of replacements) folded = folded.replace(pattern, replacement);
  return folded
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}@.+]+/gu, " ")
    .trim();
}

/** What the search box looks into: name, e-mail, and the phone's digits, international and (in France) national. */
export function searchWords(person: {
  prenom: string;
  nom: string;
  email: string;
  telephone: string;
}): string {
  const digits = person.telephone.replace(/\D/g, "");
  const national = digits.startsWith("33") ? `0${digits.slice(2)}` : "";
  return fold([person.prenom, person.nom, person.email, digits, national].filter(Boolean).join(" "));
}
