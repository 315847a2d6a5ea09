import { centsToDecimal, decimalToCents } from "@/lib/foundation/money";
import { westernDigits } from "@/lib/i18n/text";

/** `left`: what can still be credited of the line, as the API writes it. */
export type CreditLine = { rang: number; label: string; detail: string; left: string };
export type Choice = { isChosen: boolean; amount: string };

/** "127.50" as people type it. */
export const amountText = (amount: string, locale: string) =>
  locale === "en" ? amount : amount.replace(".", ",");

/** What was typed, in cents; undefined when it is no amount. */
function centsOf(typed: string): number | undefined {
  const text = westernDigits(typed)
    .replace(/[\s\u202f\u00a0]/g, "")
    .replace(",", ".");
  return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? decimalToCents(text.replace(/^0+(?=\d)/, "")) : undefined;
}

/** The credit note that the choices make: its lines, its total, and the lines whose amount cannot be. */
export function creditOf(lines: readonly CreditLine[], choices: readonly Choice[]) {
  const parts = lines.flatMap((line, index) => {
    const choice = choices[index];
    return choice?.isChosen
      ? [{ rang: line.rang, cents: centsOf(choice.amount), left: decimalToCents(line.left) }]
      : [];
  });
  const isWrong = ({ cents, left }: (typeof parts)[number]) =>
    cents === undefined || cents === 0 || cents > left;
  const right = parts.filter((one) => !isWrong(one));
  const cents = right.reduce((sum, one) => sum + (one.cents ?? 0), 0);
  const whole = lines.reduce((sum, { left }) => sum + decimalToCents(left), 0);
  return {
    cents,
    isWhole: cents === whole,
    wrong: parts.filter(isWrong).map(({ rang }) => rang),
    lignes: right.map(({ rang, cents: one = 0 }) => ({ rang, montant_ttc: centsToDecimal(one) })),
  };
}
