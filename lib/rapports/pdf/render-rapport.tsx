import { printDocument } from "@/lib/factures/pdf/print-document";
import type { Locale } from "@/lib/i18n/locales";
import type { Rapport } from "@/lib/rapports/schemas-rapport";
import { RapportDocument } from "./document";

export type Lieu = { nom: string; pays: string; fuseau: string };

/** PDF of a stored report in the reader's language. `lieux`: the agencies inside, the first gives zone and habits. */
export function renderRapport(rapport: Rapport, langue: Locale, lieux: readonly Lieu[]): Promise<Uint8Array> {
  return printDocument(() => <RapportDocument rapport={rapport} langue={langue} lieux={lieux} />);
}
