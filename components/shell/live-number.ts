"use client";

import { useEffect, useState } from "react";

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 300_000;

/**
 * The number that a stream of server-sent events tells (`non_lues`); undefined until it does. Followed only while the
 * page is looked at, since a browser keeps few connections to one place; tried again later and later when refused.
 */
export function useLiveNumber(url: string): number | undefined {
  const [number, setNumber] = useState<number>();
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_WAIT_MS;
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = undefined;
    };
    const open = () => {
      close();
      if (document.visibilityState !== "visible") return;
      source = new EventSource(url);
      source.addEventListener("non_lues", (event) => {
        wait = FIRST_WAIT_MS;
        setNumber(Number(event.data));
      });
      source.addEventListener("error", () => {
        // A broken line is opened again by the browser itself; after a refusal nobody does.
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      });
    };
    open();
    document.addEventListener("visibilitychange", open);
    return () => {
      document.removeEventListener("visibilitychange", open);
      close();
    };
  }, [url]);
  return number;
}
