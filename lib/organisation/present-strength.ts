import { fold } from "@/lib/i18n/text";
import { guessableWords, runs } from "./password-words";

/** NIST SP 800-63B-4 §3.1.1.2: fifteen characters when the password is the only factor; no composition rules. */
export const PASSWORD_MIN = 15;
/** Characters that must remain once what is easily guessed is taken out, and as many as make it strong. */
const LEFT_MIN = 6;
const LEFT_STRONG = 12;

export type Strength = "short" | "guessable" | "fair" | "strong";

/**
 * How hard a password is to guess for someone who knows these names, as it is told while it is typed. `guessable`:
 * too little remains without common words, the person's own words, keyboard runs, repetitions and trailing digits or
 * signs. The list of common passwords is the server's (`refuseWeakPassword`).
 */
export function strengthOf(password: string, about: readonly string[] = []): Strength {
  if ([...password].length < PASSWORD_MIN) return "short";
  const plain = fold(password);
  const own = about.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  const words = [...own, ...guessableWords].sort((a, b) => b.length - a.length);
  const left = Math.min(...[plain, unleet(plain)].map((text) => remains(text, words)));
  if (left < LEFT_MIN) return "guessable";
  return left < LEFT_STRONG ? "fair" : "strong";
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
/** Digits and signs that stand for letters, turned back. */
export const unleet = (text: string) => text.replace(/[013457@$!]/g, (sign) => signs[sign] ?? sign);
