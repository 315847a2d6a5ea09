"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { updateMoi } from "@/lib/organisation/update-moi";

/** Changes the language of the account (screens, e-mails), and goes on in it. */
export async function saveLanguage(_state: FormState, form: FormData): Promise<FormState> {
  return callFromForm(updateMoi, form, {
    done: ({ langue }) => redirect(`/${langue}/terrain/moi?fait=langue`),
  });
}
