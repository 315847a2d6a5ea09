"use server";

import { cookies } from "next/headers";
import { parseTheme, themeCookieName } from "./theme";

const yearSeconds = 365 * 24 * 3600;

/** Remembers the theme in a cookie of this browser; `system` forgets it. Unknown values count as `system`. */
export async function saveTheme(asked: string): Promise<void> {
  const theme = parseTheme(asked);
  const jar = await cookies();
  if (theme === "system") jar.delete(themeCookieName);
  else jar.set(themeCookieName, theme, { path: "/", maxAge: yearSeconds, sameSite: "lax", httpOnly: true });
}
