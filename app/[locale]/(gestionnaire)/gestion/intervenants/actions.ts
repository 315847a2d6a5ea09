"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { nestedFieldsOf } from "@/lib/delivery/nested-fields";
import { createAbsence } from "@/lib/intervenants/create-absence";
import { createIntervenant } from "@/lib/intervenants/create-intervenant";
import { decideAbsence } from "@/lib/intervenants/decide-absence";
import { replaceDisponibilites } from "@/lib/intervenants/replace-disponibilites";
import { updateIntervenant } from "@/lib/intervenants/update-intervenant";
import { readIntervenantForm } from "./read-form";

const words = () => getTranslations("intervenants.gestion.done");

export async function openIntervenant(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createIntervenant, form, {
    read: readIntervenantForm,
    done: async ({ id }) => {
      await refresh();
      redirect(`/${locale}/gestion/intervenants/${id}?fait=cree`);
    },
  });
}

export async function saveIntervenant(id: number, _state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(updateIntervenant, form, {
    read: (sent) => ({ ...readIntervenantForm(sent), id }),
    done: async () => {
      await refresh();
      redirect(`/${locale}/gestion/intervenants/${id}?fait=enregistre`);
    },
  });
}

/** Takes a person out of the plannings, or brings them back. */
export async function switchIntervenant(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(updateIntervenant, form, {
    message: ({ actif }) => t(actif ? "switchedOn" : "switchedOff"),
    done: refresh,
  });
}

/** The whole list of weekly hours; times come with seconds once the control is loaded. */
export async function saveHours(id: number, _state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(replaceDisponibilites, form, {
    read: (sent) => {
      const { disponibilites } = nestedFieldsOf(sent);
      const rows = Array.isArray(disponibilites) ? (disponibilites as Record<string, string>[]) : [];
      return { intervenant_id: id, disponibilites: rows.map(hoursOf) };
    },
    message: () => t("hours"),
    done: refresh,
  });
}

function hoursOf({ jour, heure_debut = "", heure_fin = "", du, au }: Record<string, string>) {
  return {
    jour,
    heure_debut: heure_debut.slice(0, 5),
    heure_fin: heure_fin.slice(0, 5),
    ...(du ? { du } : {}),
    ...(au ? { au } : {}),
  };
}

/** An approval that leaves visits to be made leads to who could make them. */
export async function answerAbsence(_state: FormState, form: FormData): Promise<FormState> {
  const [t, locale] = await Promise.all([words(), getLocale()]);
  return callFromForm(decideAbsence, form, {
    message: ({ statut, prestations_a_remplacer: count }) =>
      statut === "approuvee" ? t("approved", { count }) : t("refused"),
    done: async ({ id, statut, prestations_a_remplacer: count }) => {
      await refresh();
      if (statut === "approuvee" && count > 0) redirect(`/${locale}/gestion/absences/${id}`);
    },
  });
}

/** Recorded by staff, an absence stands at once. */
export async function recordAbsence(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(createAbsence, form, {
    read: fieldsOf,
    message: ({ prestations_a_remplacer: count }) => t("absence", { count }),
    done: refresh,
  });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
