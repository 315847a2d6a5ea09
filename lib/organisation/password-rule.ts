import { z } from "zod";
import { refuseField } from "@/lib/foundation/errors";
import { fold } from "@/lib/i18n/text";
import { guessableWords, runs } from "./password-words";

/** NIST SP 800-63B-4 §3.1.1.2: fifteen characters when the password is the only factor; no composition rules. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 200;
/** Characters that must remain once what is easily guessed is taken out. */
const LEFT_MIN = 6;

/** A password being chosen: length only; `refuseWeakPassword` judges the rest. Spaces count and are kept. */
export const newPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
/** A password being given. */
export const givenPassword = z.string().min(1).max(1000);

/** Throws `weakPassword` on `field` when the password is easy to guess for someone with these names and e-mail. */
export function refuseWeakPassword(password: string, about: readonly string[], field = "mot_de_passe"): void {
  if (isWeakPassword(password, about)) throw refuseField("weakPassword", field, { min: PASSWORD_MIN });
}

/**
 * Weak: too short, or fewer than six different-enough characters remain without common words, the person's own
 * words, keyboard runs, repetitions and trailing digits or signs.
 */
export function isWeakPassword(password: string, about: readonly string[] = []): boolean {
  if ([...password].length < PASSWORD_MIN) return true;
  const plain = fold(password);
  const own = about.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  const words = [...own, ...guessableWords].sort((a, b) => b.length - a.length);
  return [plain, unleet(plain)].some((text) => remains(text, words) < LEFT_MIN);
}

function remains(text: string, words: readonly string[]): number {
  let left = text;
  for (const word of words) left = left.replaceAll(word, " ");
  left = left.replace(/[^\p{L}\p{N}]+/gu, " ");
  for (const run of [...runs, ...runs.map(reversed)]) left = withoutRun(left, run);
  left = left.replace(/\b\d{1,4}\b|\d+$/g, " ").replaceAll(" ", "");
  left = left.replace(/(.{1,8}?)\1+/gu, "$1");
  return Math.min([...left].length, new Set(left).size + 2);
}

/** Takes out every stretch of four or more characters that follow each other in `run`. */
function withoutRun(text: string, run: string): string {
  let kept = "";
  let at = 0;
  while (at < text.length) {
    let length = 4;
    if (!run.includes(text.slice(at, at + length)) || at + length > text.length) {
      kept += text[at++];
      continue;
    }
    while (at + length < text.length && run.includes(text.slice(at, at + length + 1))) length++;
    kept += " ";
    at += length;
  }
  return kept;
}

const reversed = (text: string) => [...text].reverse().join("");
const signs: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const unleet = (text: string) => text.replace(/[013457@$!]/g, (sign) => signs[sign] ?? sign);
