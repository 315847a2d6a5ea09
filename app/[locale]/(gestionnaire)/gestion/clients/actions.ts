"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { createClient } from "@/lib/clients/create-client";
import { updateClient } from "@/lib/clients/update-client";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { createConsentement } from "@/lib/rgpd/consentements/create-consentement";
import { readClientForm } from "./read-form";

export async function openClient(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createClient, form, {
    read: readClientForm,
    done: async ({ id }) => {
      await refresh();
      redirect(`/${locale}/gestion/clients/${id}?fait=cree`);
    },
  });
}

export async function saveClient(id: number, _state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(updateClient, form, {
    read: (sent) => ({ ...readClientForm(sent), id }),
    done: async () => {
      await refresh();
      redirect(`/${locale}/gestion/clients/${id}?fait=enregistre`);
    },
  });
}

/** Switches a file off or on; nothing of it is lost. */
export async function switchClient(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("clients.file");
  return callFromForm(updateClient, form, {
    read: (sent) => {
      const { id, version, actif } = fieldsOf(sent);
      return { id, version, actif: actif === "true" };
    },
    message: ({ actif }) => t(actif ? "switchedOn" : "switchedOff"),
    done: refresh,
  });
}

/** The draft of a month for one client, shown for review. */
export async function prepareInvoice(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(prepareFacture, form, {
    done: async ({ id }) => {
      await refresh();
      redirect(`/${locale}/gestion/factures/${id}?fait=preparee`);
    },
  });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}

/** Notes what a client's paper says they agree to, or no longer. */
export async function noteConsent(_state: FormState, form: FormData): Promise<FormState> {
  const [t, locale] = await Promise.all([getTranslations("rgpd.consents"), getLocale()]);
  return callFromForm(createConsentement, form, {
    message: () => t("noted"),
    done: () => revalidatePath(`/${locale}/gestion`, "layout"),
  });
}
