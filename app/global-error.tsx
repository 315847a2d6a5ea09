"use client";

import { useEffect, useState } from "react";
import { defaultLocale, direction, htmlLang, isLocale, type Locale } from "@/lib/i18n/locales";
import "./globals.css";

type Words = { title: string; body: string; retry: string };

/** Last resort, when the document itself failed: no provider is left, so it fetches its few words by hand. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const [shown, setShown] = useState<{ locale: Locale; words: Words } | null>(null);
  useEffect(() => {
    const part = location.pathname.split("/")[1];
    const locale = isLocale(part) ? part : defaultLocale;
    void import(`@/messages/${locale}/ui.json`).then((ui) =>
      setShown({ locale, words: { title: ui.error.title, body: ui.error.body, retry: ui.retry } }),
    );
  }, []);
  const locale = shown?.locale ?? defaultLocale;
  return (
    <html lang={htmlLang(locale)} dir={direction(locale)}>
      <body>
        {shown ? (
          <main role="alert" className="mx-auto max-w-xl space-y-4 px-6 py-20 text-center">
            <h1 className="text-2xl font-semibold">{shown.words.title}</h1>
            <p className="text-ink-muted">{shown.words.body}</p>
            <button
              type="button"
              onClick={reset}
              className="min-h-11 rounded-control bg-accent px-5 font-semibold text-accent-ink hover:bg-accent-hover"
            >
              {shown.words.retry}
            </button>
          </main>
        ) : null}
      </body>
    </html>
  );
}
