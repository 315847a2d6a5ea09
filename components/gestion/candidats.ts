import { useEffect, useState } from "react";
import type { CandidatShape } from "@/lib/prestations/schemas-candidat";

/** What a visit would be; with `prestation_id` the rest defaults to that visit. */
export type CandidatQuestion = {
  date: string;
  duree?: number;
  prestation_id?: number;
  client_id?: number;
  type?: string;
  adresse_id?: number;
};

export type CandidatLookup = (question: CandidatQuestion) => Promise<CandidatShape[]>;

const PAUSE_MS = 250;

/** Those who could make the visit, asked again a moment after the question changes; null until the first answer. */
export function useCandidats(
  question: CandidatQuestion | null,
  lookup: CandidatLookup,
): { candidats: CandidatShape[] | null; isLooking: boolean } {
  const [candidats, setCandidats] = useState<CandidatShape[] | null>(null);
  const [isLooking, setLooking] = useState(false);
  const key = question ? JSON.stringify(question) : "";
  useEffect(() => {
    if (!key) return;
    let isStale = false;
    setLooking(true);
    const timer = setTimeout(async () => {
      const found = await lookup(JSON.parse(key) as CandidatQuestion).catch(() => []);
      if (isStale) return;
      setCandidats(found);
      setLooking(false);
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [key, lookup]);
  return { candidats, isLooking };
}
