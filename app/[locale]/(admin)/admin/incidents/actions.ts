"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { closeIncident } from "@/lib/incidents/close-incident";
import { createIncident } from "@/lib/incidents/create-incident";
import { noteIncident } from "@/lib/incidents/note-incident";
import { reopenIncident } from "@/lib/incidents/reopen-incident";
import { correctIncident } from "@/lib/incidents/update-incident";

export async function reportOne(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createIncident, form, {
    read: factsOf,
    done: async ({ id }) => {
      await refresh();
      redirect(`/${locale}/admin/incidents/${id}`);
    },
  });
}

export async function correctOne(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("incidents.one");
  return callFromForm(correctIncident, form, {
    read: (given) => ({ ...factsOf(given), id: given.get("id"), version: given.get("version") }),
    message: () => t("corrected"),
    done: refresh,
  });
}

export async function addStep(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("incidents.one");
  return callFromForm(noteIncident, form, {
    read: (given) => {
      const { heure: _hour, ...fields } = fieldsOf(given);
      return { ...fields, fait_le: momentOf(given, "fait_le") };
    },
    message: () => t("stepAdded"),
    done: refresh,
  });
}

export async function closeOne(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("incidents.one");
  return callFromForm(closeIncident, form, { message: () => t("closed"), done: refresh });
}

export async function reopenOne(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("incidents.one");
  return callFromForm(reopenIncident, form, { message: () => t("reopened"), done: refresh });
}

/** A box that is not ticked and a field that is emptied are answers too: all of them are sent. */
function factsOf(form: FormData): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    type: text("type"),
    gravite: text("gravite"),
    risque: text("risque"),
    nis2: form.get("nis2") === "on",
    constate_le: momentOf(form, "constate_le"),
    personnes: form.getAll("personnes"),
    donnees: form.getAll("donnees"),
    personnes_nombre: text("personnes_nombre"),
    enregistrements_nombre: text("enregistrements_nombre"),
    description: text("description"),
    consequences: text("consequences"),
    mesures: text("mesures"),
  };
}

/** Day and hour as one local time. */
const momentOf = (form: FormData, name: string): string => `${form.get(name)}T${form.get("heure")}`;

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/admin`, "layout");
}
