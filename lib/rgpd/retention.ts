/** Civil years during which invoices and their payments are kept, from the end of their year (C. com. L123-22). */
export const ACCOUNTING_YEARS = 10;
/** Civil years during which a contract, or an offer, may be claimed on (C. civ. 2224). */
export const CLAIM_YEARS = 5;

/** Last day of the accounting retention of what is dated `day`; the accounting year is taken as the civil one. */
export const accountingUntil = (day: string): string => `${yearOf(day) + ACCOUNTING_YEARS}-12-31`;

/** Last day on which what is dated `day` may serve in a claim. */
export const claimUntil = (day: string): string => {
  const until = `${yearOf(day) + CLAIM_YEARS}${day.slice(4, 10)}`;
  return until.endsWith("-02-29") ? until.replace("-02-29", "-02-28") : until;
};

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Why something stays, with the law behind it; sentences in messages, `rgpd.erasure.why`. */
export const motifs = {
  comptabilite: "Code de commerce L123-22",
  preuve: "Code civil 2224",
  temps_travail: "Code du travail L3171-3",
  journal: "RGPD art. 5(2)",
} as const;
export type Motif = keyof typeof motifs;

/** What a person types so that nobody is erased by a slip: it names who. */
export const confirmationOf = (clientId: number): string => `EFFACER-${clientId}`;
