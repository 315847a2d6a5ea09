import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DocsHeader } from "@/components/reference/docs-header";
import { ResourceNav } from "@/components/reference/resource-nav";
import { TokenProvider } from "@/components/reference/token";
import { TokenPanel } from "@/components/reference/token-panel";
import { mainId, SkipLink } from "@/components/shell/skip-link";
import { isLargeText, textSizeCookieName } from "@/components/shell/text-size";
import { parseTheme, themeCookieName } from "@/components/shell/theme";
import { direction, htmlLang } from "@/lib/i18n/locales";
import { pickMessages } from "@/lib/i18n/messages";
import { fontVariables } from "../../fonts";
import { resources } from "./document";
import { docsLocale } from "./locale";
import "../../globals.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export async function generateMetadata(): Promise<Metadata> {
  await docsLocale();
  const [t, shell] = await Promise.all([getTranslations("reference"), getTranslations("shell")]);
  return {
    title: { default: `${t("title")} · ${shell("appName")}`, template: `%s · ${t("title")}` },
    description: t("lead"),
    icons: { icon: { url: "/dihya.svg", type: "image/svg+xml" } },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** The document of the API's reference: outside the folders of languages, as the API is. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([docsLocale(), cookies()]);
  const theme = parseTheme(jar.get(themeCookieName)?.value);
  return (
    <html
      lang={htmlLang(locale)}
      dir={direction(locale)}
      className={fontVariables}
      data-theme={theme === "system" ? undefined : theme}
      data-text={isLargeText(jar.get(textSizeCookieName)?.value) ? "large" : undefined}
      suppressHydrationWarning
    >
      <body>
        <NextIntlClientProvider locale={locale} messages={pickMessages(locale, ["ui", "shell", "reference"])}>
          <SkipLink />
          <DocsHeader locale={locale} />
          <TokenProvider>
            <div className="mx-auto grid max-w-7xl gap-x-10 px-4 py-6 sm:px-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:py-10">
              <ResourceNav locale={locale} resources={resources(locale)} />
              <main id={mainId} tabIndex={-1} className="min-w-0 outline-none">
                <TokenPanel />
                {children}
              </main>
            </div>
          </TokenProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
