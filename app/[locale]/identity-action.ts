"use server";

import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { confirmSessionCookie } from "@/lib/delivery/session-cookie";
import { confirmIdentity } from "@/lib/organisation/confirm-identity";

/** The person has just proved who they are: their session remembers when. */
export async function proveIdentity(_state: FormState, form: FormData): Promise<FormState> {
  return callFromForm(confirmIdentity, form, { done: ({ le }) => confirmSessionCookie(le) });
}
