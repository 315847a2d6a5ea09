import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { DateTime, type DateTimeProps } from "./date-time";

const value = new Date("2025-03-06T08:00:00Z");
const end = new Date("2025-03-06T10:00:00Z");
const now = new Date("2025-03-05T10:00:00Z");

function html(locale: Locale, props: DateTimeProps): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Paris" messages={{}}>
      <DateTime {...props} />
    </NextIntlClientProvider>,
  );
}

it("says the moment in words and keeps it exact for machines and on hover", () => {
  const text = html("fr", { value, end, now, timeZone: "Europe/Paris", style: "relative" });
  expect(text).toContain('dateTime="2025-03-06T09:00:00+01:00"');
  expect(text).toContain('title="jeudi 6 mars 2025, 09:00–11:00 (Europe/Paris)"');
  expect(text).toContain(">demain, 09:00–11:00<");
});

it("reads the agency's clock, not the server's", () => {
  const text = html("en", { value, timeZone: "Africa/Algiers", style: "time" });
  expect(text).toContain('dateTime="2025-03-06T09:00:00+01:00"');
  expect(html("en", { value, timeZone: "UTC", style: "time" })).toContain(">08:00<");
});

it("opens the exact moment with a button that needs no script", () => {
  const text = html("ar", { value, end, now, timeZone: "Europe/Paris", style: "relative", expandable: true });
  const id = /popoverTarget="([^"]+)"/i.exec(text)?.[1];
  expect(text).toContain(`id="${id}"`);
  expect(text).toContain("الخميس 6 مارس 2025، \u200e09:00–11:00\u200e (Europe/Paris)");
});
