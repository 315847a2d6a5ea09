import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { isLargeText, textSizeCookieName } from "@/components/shell/text-size";
import { parseTheme, themeCookieName } from "@/components/shell/theme";
import { ConfirmIdentityProvider } from "@/components/ui/confirm-identity-provider";
import { ToastHost } from "@/components/ui/toast-host";
import { direction, htmlLang, isLocale } from "@/lib/i18n/locales";
import { pickMessages } from "@/lib/i18n/messages";
import { fontVariables } from "../fonts";
import "../globals.css";
import { proveIdentity } from "./identity-action";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f2" },
    { media: "(prefers-color-scheme: dark)", color: "#151a19" },
  ],
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "shell" });
  return {
    title: { default: `${t("appName")} · ${t("tagline")}`, template: `%s · ${t("appName")}` },
    description: t("description"),
    icons: { icon: { url: "/dihya.svg", type: "image/svg+xml" } },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** The document: language, direction, fonts, theme, and the words every client component may use. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const jar = await cookies();
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
        <NextIntlClientProvider messages={pickMessages(locale, ["ui", "shell"])}>
          <ConfirmIdentityProvider action={proveIdentity}>{children}</ConfirmIdentityProvider>
          <ToastHost />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
