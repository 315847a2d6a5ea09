import { fold } from "@/lib/i18n/text";

type Searchable = { nom: string; prenom: string; email: string; telephone: string };

/** The folded text that the search box looks into: names, e-mail, phone digits (national form too). */
export function searchText(person: Searchable): string {
  const digits = person.telephone.replace(/\D/g, "");
  const national = digits.startsWith("33") ? `0${digits.slice(2)}` : "";
  return fold([person.prenom, person.nom, person.email, digits, national].filter(Boolean).join(" "));
}

/** Words to look for, each of which must occur; LIKE's own signs are taken out. */
export function searchTerms(q: string | undefined): string[] {
  if (!q) return [];
  const compact = /^[+\d\s().-]+$/.test(q) ? q.replace(/\D/g, "") : q;
  return fold(compact)
    .replace(/[%_\\]/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6);
}
