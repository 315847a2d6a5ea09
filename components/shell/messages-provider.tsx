import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { isLocale } from "@/lib/i18n/locales";
import { type Namespace, pickMessages } from "@/lib/i18n/messages";
import { MessagesMerge } from "./messages-merge";

/**
 * Gives the client components below it further message files, beside `ui` and `shell` which are always there.
 * Put it as low as possible: every name adds its words to the page. Server components do not need it.
 */
export async function MessagesProvider({
  names,
  children,
}: {
  names: readonly Namespace[];
  children: ReactNode;
}) {
  const locale = await getLocale();
  const messages = isLocale(locale) ? pickMessages(locale, names) : {};
  return <MessagesMerge messages={messages}>{children}</MessagesMerge>;
}
