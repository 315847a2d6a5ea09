"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { createPointage } from "@/lib/prestations/create-pointage";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { updatePrestation } from "@/lib/prestations/update-prestation";
import { validatePrestation } from "@/lib/prestations/validate-prestation";
import { proposalField, recordChoice } from "./record-choice";

const words = () => getTranslations("plannings.done");

export async function createVisit(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createPrestation, form, {
    read: withMoment,
    done: async ({ id }) => {
      await refresh();
      redirect(`/${locale}/gestion/visites/${id}?fait=creee`);
    },
  });
}

export async function moveVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(movePrestation, form, {
    read: withMoment,
    message: () => t("moved"),
    done: refresh,
  });
}

/** An empty person takes the visit off whoever had it. The choice is recorded with what was proposed. */
export async function assignVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(updatePrestation, form, {
    read: (sent) => {
      const { [proposalField]: _, ...fields } = fieldsOf(sent);
      return { intervenant_id: null, ...fields };
    },
    message: ({ intervenant }) =>
      intervenant
        ? t("assigned", { name: `${intervenant.prenom} ${intervenant.nom}`.trim() })
        : t("unassigned"),
    done: async ({ intervenant }) => {
      await recordChoice(form, intervenant?.id ?? null);
      await refresh();
    },
  });
}

export async function confirmVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(updatePrestation, form, {
    read: (sent) => ({ ...fieldsOf(sent), statut: "confirmee" }),
    message: () => t("confirmed"),
    done: refresh,
  });
}

export async function cancelVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(cancelPrestation, form, { message: () => t("cancelled"), done: refresh });
}

export async function clockVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(createPointage, form, {
    read: (sent) => {
      const { jour, horodatage, ...fields } = fieldsOf(sent);
      return { ...fields, horodatage: `${jour ?? ""}T${horodatage ?? ""}` };
    },
    message: ({ statut }) => t(statut === "en_cours" ? "arrived" : "left"),
    done: refresh,
  });
}

export async function validateVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(validatePrestation, form, { message: () => t("validated"), done: refresh });
}

/** The form asks for day and time apart; the operation wants one moment on the agency's clock. */
function withMoment(form: FormData): Record<string, unknown> {
  const { date, heure, ...fields } = fieldsOf(form);
  return { ...fields, date: `${date ?? ""}T${heure ?? ""}` };
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
