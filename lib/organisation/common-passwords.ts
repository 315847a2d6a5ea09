import { fold } from "@/lib/i18n/text";
import { unleet } from "./present-strength";

/** Some 49,000 passwords that guessers try first (MIT, zxcvbn-ts), read when the first password is chosen. */
let reading: Promise<ReadonlySet<string>> | undefined;

export function commonPasswords(): Promise<ReadonlySet<string>> {
  reading ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map((one) => fold(one).replaceAll(" ", ""))),
  );
  return reading;
}

/**
 * Whether a password is one that everybody tries (NIST SP 800-63B-4 §3.1.1.2): an entry of the list, two of them
 * joined, or one over and over, whatever case, accents, separators, letters as digits, digits and signs at its ends.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const known = await commonPasswords();
  return formsOf(password).some(
    (form) => known.has(form) || isRepeated(form, known) || isJoined(form, known),
  );
}

function formsOf(password: string): string[] {
  const compact = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
  const forms = [compact(password), compact(unleet(password))];
  return [...forms, ...forms.map((form) => form.replace(/^\d+|\d+$/g, ""))];
}

function isRepeated(form: string, known: ReadonlySet<string>): boolean {
  const [, once] = /^(.+?)\1+$/u.exec(form) ?? [];
  return once !== undefined && known.has(once);
}

/** Two short words make no password of fifteen characters that lasts. */
function isJoined(form: string, known: ReadonlySet<string>): boolean {
  for (let at = 3; at <= form.length - 3; at++)
    if (known.has(form.slice(0, at)) && known.has(form.slice(at))) return true;
  return false;
}
