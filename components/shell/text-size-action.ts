"use server";

import { cookies } from "next/headers";
import { textSizeCookieName } from "./text-size";

const yearSeconds = 365 * 24 * 3600;

/** Remembers larger text in a cookie of this browser, or forgets it. */
export async function saveTextSize(isLarge: boolean): Promise<void> {
  const jar = await cookies();
  if (!isLarge) jar.delete(textSizeCookieName);
  else
    jar.set(textSizeCookieName, "grand", { path: "/", maxAge: yearSeconds, sameSite: "lax", httpOnly: true });
}
