import { useEffect, useState } from "react";
import type { RecommandationShape } from "@/lib/ia/schemas";

/** Who the model proposes for a visit at `moment`, `2026-11-24T09:30`; null when it could not answer. */
export type ProposalLookup = (prestationId: number, moment: string) => Promise<RecommandationShape | null>;

/** The proposal for a visit: `undefined` until the answer, null when there is none to be had. */
export function useProposal(
  prestationId: number,
  moment: string,
  lookup: ProposalLookup,
): RecommandationShape | null | undefined {
  const [proposal, setProposal] = useState<RecommandationShape | null | undefined>(undefined);
  useEffect(() => {
    let isStale = false;
    lookup(prestationId, moment)
      .catch(() => null)
      .then((found) => {
        if (!isStale) setProposal(found);
      });
    return () => {
      isStale = true;
    };
  }, [prestationId, moment, lookup]);
  return proposal;
}

type Facteur = RecommandationShape["recommandations"][number]["facteurs"][number];

/** What a factor says: it speaks for the person from here up, against them from here down. */
const FOR = 0.6;
const AGAINST = 0.35;

export type Weight = "for" | "neutral" | "against";

export const weightOf = ({ valeur }: Pick<Facteur, "valeur">): Weight =>
  valeur >= FOR ? "for" : valeur <= AGAINST ? "against" : "neutral";

/** Reasons by what they weigh: those for the person first, each group by its share of the score. */
export function reasonsOf(facteurs: readonly Facteur[]): { weight: Weight; phrase: string; code: string }[] {
  const order = { for: 0, neutral: 1, against: 2 };
  return facteurs
    .map((one) => ({ ...one, weight: weightOf(one) }))
    .sort((a, b) => order[a.weight] - order[b.weight] || b.poids - a.poids)
    .map(({ weight, phrase, code }) => ({ weight, phrase, code }));
}

export type Fit = "high" | "good" | "low";

/** A score in words. */
export const fitOf = (score: number): Fit => (score >= 0.7 ? "high" : score >= 0.45 ? "good" : "low");
