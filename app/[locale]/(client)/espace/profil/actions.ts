"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { updateClient } from "@/lib/clients/update-client";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { ownFile, removeAddress, saveAddress, versionShown } from "./save-address";

/** E-mail, phone and language of the letters; an emptied field is emptied. */
export async function saveDetails(_state: FormState, form: FormData): Promise<FormState> {
  const [t, file] = await Promise.all([getTranslations("espace.profile"), ownFile()]);
  return callFromForm(updateClient, form, {
    read: (sent) => ({
      id: file.id,
      version: versionShown(sent, file),
      email: String(sent.get("email") ?? ""),
      telephone: String(sent.get("telephone") ?? ""),
      langue: sent.get("langue"),
    }),
    message: () => t("saved"),
    done: refresh,
  });
}

/** Whom to call in an emergency: rows `contacts.N.field`; a row without any name, phone or e-mail is left out. */
export async function saveContacts(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  const file = await ownFile();
  return callFromForm(updateClient, form, {
    read: (sent) => ({ id: file.id, version: versionShown(sent, file), contacts: contactsOf(sent) }),
    done: async () => {
      await refresh();
      redirect(`/${locale}/espace/profil`);
    },
  });
}

export async function editAddress(id: number | null, _state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  await refresh();
  return saveAddress(form, id, () => redirect(`/${locale}/espace/profil`));
}

export async function deleteAddress(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return removeAddress(Number(form.get("adresse")), form, async () => {
    await refresh();
    redirect(`/${locale}/espace/profil`);
  });
}

function contactsOf(form: FormData): Record<string, unknown>[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(fieldsOf(form))) {
    const [, index, field] = /^contacts\.(\d+)\.(nom|lien|telephone|email)$/.exec(name) ?? [];
    if (index && field) rows.set(index, { ...rows.get(index), [field]: value });
  }
  return [...rows.values()]
    .filter((row) => row.nom || row.telephone || row.email)
    .map((row) => ({ nom: "", ...row, urgence: true }));
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/espace`, "layout");
}
