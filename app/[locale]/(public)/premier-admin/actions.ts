"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { createFirstAdmin } from "@/lib/organisation/create-first-admin";

export async function create(_state: FormState, form: FormData): Promise<FormState> {
  const langue = await getLocale();
  return callFromForm(createFirstAdmin, form, {
    read: (fields) => ({ ...fieldsOf(fields), langue }),
    done: () => redirect(`/${langue}/connexion?info=admin`),
  });
}
