import { seal, unseal } from "@/lib/foundation/sealed";

const PURPOSE = "incident";

/** What is written about an incident may name people: it is never stored as it is read. */
export const sealWords = (text: string): string => (text === "" ? "" : seal(text, PURPOSE));

/** Throws when the stored text was changed. */
export const openWords = (sealed: string): string => (sealed === "" ? "" : unseal(sealed, PURPOSE));

export const wordFields = ["description", "consequences", "mesures"] as const;
export const isWords = (field: string): boolean => (wordFields as readonly string[]).includes(field);
