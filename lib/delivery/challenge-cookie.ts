import { cookies } from "next/headers";
import { sessionCookieOptions } from "./session";

const NAME = "dihya.defi";
const MAX_AGE_SECONDS = 300;

/** Keeps between two pages that the password was right; the code is asked for on the second. */
export async function keepChallenge(defi: string): Promise<void> {
  (await cookies()).set(NAME, defi, { ...sessionCookieOptions(), maxAge: MAX_AGE_SECONDS });
}

export async function currentChallenge(): Promise<string | undefined> {
  return (await cookies()).get(NAME)?.value;
}

export async function forgetChallenge(): Promise<void> {
  (await cookies()).set(NAME, "", { ...sessionCookieOptions(), maxAge: 0 });
}
