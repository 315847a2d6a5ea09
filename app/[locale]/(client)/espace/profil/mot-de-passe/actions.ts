"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { pageContext } from "@/lib/delivery/page";
import { renewSessionCookie } from "@/lib/delivery/session-cookie";
import { updateMoi } from "@/lib/organisation/update-moi";

/** A new password ends every session; this browser gets a new one, so that the person stays signed in here. */
export async function savePassword(_state: FormState, form: FormData): Promise<FormState> {
  const { locale } = await pageContext();
  return callFromForm(updateMoi, form, {
    done: async (moi) => {
      await renewSessionCookie(moi.id);
      redirect(`/${locale}/espace/profil?fait=mot-de-passe`);
    },
  });
}
