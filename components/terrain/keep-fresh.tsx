"use client";

import { useEffect } from "react";
import { useRouter } from "@/lib/i18n/navigation";

const EVERY_MS = 60_000;

/** Renews the page each minute while it is looked at, and when the phone comes out of the pocket. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const renew = () => {
      if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
    };
    const timer = setInterval(renew, EVERY_MS);
    document.addEventListener("visibilitychange", renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
    };
  }, [router]);
  return null;
}
