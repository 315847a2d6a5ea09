"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { registerClientAccount } from "@/lib/clients/register-client-account";
import { callFromForm } from "@/lib/delivery/action";
import { nestedFieldsOf } from "@/lib/delivery/nested-fields";

/** Opens a client's account in the language of the page, then says to look for the e-mail. */
export async function register(_state: FormState, form: FormData): Promise<FormState> {
  const langue = await getLocale();
  return callFromForm(registerClientAccount, form, {
    read: (fields) => ({ ...filledIn(fields), langue }),
    done: () => redirect(`/${langue}/inscription?etape=envoyee`),
  });
}

/** An address is taken when any of it was given; empty optional fields are left out. */
function filledIn(form: FormData): Record<string, unknown> {
  const { adresse, ...rest } = nestedFieldsOf(form) as Record<string, unknown> & { adresse?: object };
  const isGiven = adresse && Object.values(adresse).some((text) => text !== "");
  return isGiven ? { ...rest, adresse } : rest;
}
