import { decimalToCents } from "@/lib/foundation/money";
import { formatMoney, type Language } from "@/lib/i18n/format";

/** `"31.90"` written out for a person. */
export const priceText = (amount: string, devise: string, language: Language): string =>
  formatMoney(decimalToCents(amount), devise, language);
