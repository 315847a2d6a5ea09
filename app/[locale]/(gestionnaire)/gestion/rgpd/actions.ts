"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { createDemande } from "@/lib/rgpd/create-demande";
import { decideDemande } from "@/lib/rgpd/decide-demande";
import { prolongDemande } from "@/lib/rgpd/prolong-demande";
import { readRightsForm } from "../../../rights-form";

const said = { en_cours: "started", acceptee: "accepted", refusee: "refused", close: "closed" } as const;

export async function decideRequest(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("rgpd.one");
  return callFromForm(decideDemande, form, {
    message: ({ statut, changements }) => {
      if (statut === "recue") return undefined;
      const isDone = form.get("decision") === "acceptee" && changements.length > 0;
      return t(isDone ? "corrected" : said[statut]);
    },
    done: refresh,
  });
}

export async function extendRequest(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("rgpd.one");
  return callFromForm(prolongDemande, form, { message: () => t("extended"), done: refresh });
}

export async function registerRequest(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createDemande, form, {
    read: readRightsForm,
    done: async ({ id }) => {
      await refresh();
      redirect(`/${locale}/gestion/rgpd/${id}`);
    },
  });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
