"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { registerClientAccount } from "@/lib/clients/register-client-account";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";

/** Opens a client's account in the language of the page, then says to look for the e-mail. */
export async function register(_state: FormState, form: FormData): Promise<FormState> {
  const langue = await getLocale();
  return callFromForm(registerClientAccount, form, {
    read: (fields) => ({ ...withAddress(fieldsOf(fields)), langue }),
    done: () => redirect(`/${langue}/inscription?etape=envoyee`),
  });
}

/** `adresse.voie` and the like become an address, when any of it was given. */
function withAddress(fields: Record<string, unknown>): Record<string, unknown> {
  const prefix = "adresse.";
  const all = Object.entries(fields);
  const adresse = all.flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
  );
  const rest = Object.fromEntries(all.filter(([name]) => !name.startsWith(prefix)));
  return adresse.length > 0 ? { ...rest, adresse: Object.fromEntries(adresse) } : rest;
}
