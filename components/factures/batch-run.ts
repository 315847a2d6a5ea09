"use client";

import { useRef, useState } from "react";
import type { BatchItem, BatchLine } from "./batch";

/** Small parts, so that progress is seen and a stop is heard soon. */
const PART = 5;

export type BatchState = {
  total: number;
  isRunning: boolean;
  isStopped: boolean;
  /** The act itself failed (no network, server gone): what follows was not tried. */
  isBroken: boolean;
  lines: (BatchLine & { name: string })[];
};

/** Runs an act over many items part by part, and tells how far it is. */
export function useBatchRun(run: (ids: number[]) => Promise<BatchLine[]>, onEnd: (done: number[]) => void) {
  const [state, setState] = useState<BatchState | null>(null);
  const stopped = useRef(false);
  const start = async (items: readonly BatchItem[]) => {
    stopped.current = false;
    const now: BatchState = {
      total: items.length,
      isRunning: true,
      isStopped: false,
      isBroken: false,
      lines: [],
    };
    setState({ ...now });
    for (let at = 0; at < items.length && !stopped.current; at += PART) {
      const part = items.slice(at, at + PART);
      try {
        const lines = await run(part.map(({ id }) => id));
        const named = lines.map((line) => ({
          ...line,
          name: part.find(({ id }) => id === line.id)?.name ?? String(line.id),
        }));
        now.lines = [...now.lines, ...named];
        setState({ ...now });
      } catch {
        now.isBroken = true;
        break;
      }
    }
    setState({ ...now, isRunning: false, isStopped: stopped.current });
    onEnd(now.lines.flatMap(({ ok, id }) => (ok ? [id] : [])));
  };
  return {
    state,
    start,
    stop: () => {
      stopped.current = true;
    },
    clear: () => setState(null),
  };
}
