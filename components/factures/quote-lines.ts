import { useEffect, useRef, useState } from "react";
import type { frequences } from "@/lib/activites/schemas";
import type { DevisPreview } from "@/lib/factures/schemas-devis";

export type QuoteLine = {
  key: number;
  isNew: boolean;
  type: string;
  /** Hours of one visit; null while it cannot be read. */
  duree: number | null;
  fois: number | null;
  frequence: (typeof frequences)[number];
};

type Asked = Pick<QuoteLine, "type" | "duree" | "fois" | "frequence">;
/** What the lines come to, or the sentence that says why they cannot be priced. */
export type QuoteEstimate = (
  clientId: number,
  lignes: readonly Asked[],
) => Promise<{ ok: true; preview: DevisPreview } | { ok: false; message: string }>;
export type QuoteAnswer = Awaited<ReturnType<QuoteEstimate>>;

const PAUSE_MS = 300;
const first: QuoteLine = { key: 0, isNew: false, type: "", duree: 2, fois: 1, frequence: "hebdomadaire" };

/** Lines that can be priced. */
export const completeLines = (lines: readonly QuoteLine[]): Asked[] =>
  lines.flatMap(({ type, duree, fois, frequence }) =>
    type && duree !== null && fois !== null ? [{ type, duree, fois, frequence }] : [],
  );

/** The lines of a quote in the making, and what they come to, asked again a moment after they change. */
export function useQuoteLines(clientId: number, estimate: QuoteEstimate) {
  const [lines, setLines] = useState<QuoteLine[]>([first]);
  const [preview, setPreview] = useState<QuoteAnswer | null>(null);
  const [isLooking, setLooking] = useState(false);
  const nextKey = useRef(1);
  const asked = JSON.stringify(completeLines(lines));
  useEffect(() => {
    const wanted = JSON.parse(asked) as Asked[];
    if (wanted.length === 0) {
      setPreview(null);
      setLooking(false);
      return;
    }
    let isStale = false;
    setLooking(true);
    const timer = setTimeout(async () => {
      const answer = await estimate(clientId, wanted).catch(() => null);
      if (isStale) return;
      setPreview(answer);
      setLooking(false);
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [asked, clientId, estimate]);
  return {
    lines,
    preview,
    isLooking,
    add: () => {
      const key = nextKey.current++;
      setLines((all) => [...all, { ...first, key, isNew: true }]);
    },
    remove: (key: number) =>
      setLines((all) => (all.length > 1 ? all.filter((line) => line.key !== key) : all)),
    change: (key: number, part: Partial<QuoteLine>) =>
      setLines((all) => all.map((line) => (line.key === key ? { ...line, ...part } : line))),
  };
}
