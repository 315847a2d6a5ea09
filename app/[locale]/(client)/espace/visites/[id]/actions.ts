"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { createAvis } from "@/lib/avis/create-avis";
import { updateAvis } from "@/lib/avis/update-avis";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { validatePrestation } from "@/lib/prestations/validate-prestation";
import { cancelReservation } from "@/lib/reservations/cancel-reservation";
import { withNames } from "../../reserver/alternatives";

export async function cancelVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("prestations.cancel");
  return callFromForm(cancelPrestation, form, { message: () => t("done"), done: refresh });
}

export async function keepFormerSlot(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("prestations.keep");
  return callFromForm(cancelReservation, form, { message: () => t("done"), done: refresh });
}

export async function validateVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("prestations.validate");
  return callFromForm(validatePrestation, form, { message: () => t("done"), done: refresh });
}

export async function rateVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("avis.rate");
  return callFromForm(createAvis, form, { message: () => t("sent"), done: refresh });
}

export async function changeReview(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("avis.rate");
  return callFromForm(updateAvis, form, {
    // Words taken out are a change too: an empty field is not left out here.
    read: (sent) => ({ ...fieldsOf(sent), commentaire: sent.get("commentaire") ?? "" }),
    message: () => t("saved"),
    done: refresh,
  });
}

/** Moves a visit; a slot that has just gone comes back with others. */
export async function moveVisit(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  const { autre, ...fields } = fieldsOf(form);
  const [date, intervenant_id] = typeof autre === "string" ? autre.split("|") : [];
  const asked = date ? { ...fields, date, intervenant_id } : fields;
  const state = await callFromForm(movePrestation, form, {
    read: () => asked,
    done: async (visit) => {
      await refresh();
      redirect(`/${locale}/espace/visites/${visit.id}?fait=deplacee`);
    },
  });
  return withNames(state, { prestation_id: fields.id });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/espace`, "layout");
}
