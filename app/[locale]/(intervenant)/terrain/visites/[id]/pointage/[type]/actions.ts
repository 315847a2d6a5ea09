"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { instantOf } from "@/lib/foundation/zoned";
import { createPointage } from "@/lib/prestations/create-pointage";
import { fieldArea } from "../../../../area";
import { momentMeant } from "./moment";

/**
 * Clocks an arrival or a departure at the time the page showed (`affiche`), or at the one typed over it. Then the day
 * goes on after an arrival, and the note of what was done is asked for after a departure.
 */
export async function clockVisit(_state: FormState, form: FormData): Promise<FormState> {
  const [locale, { agence }] = await Promise.all([getLocale(), fieldArea("/terrain")]);
  return callFromForm(createPointage, form, {
    read: () => readPointage(form, agence.fuseau),
    done: (visit) => {
      revalidatePath(`/${locale}/terrain`, "layout");
      redirect(
        visit.statut === "en_cours"
          ? `/${locale}/terrain?arrivee=${visit.id}`
          : `/${locale}/terrain/visites/${visit.id}?fait=depart`,
      );
    },
  });
}

function readPointage(form: FormData, zone: string): Record<string, unknown> {
  const { affiche, horodatage, ...fields } = fieldsOf(form);
  const shown = instantOf(String(affiche), zone, "horodatage");
  const meant = typeof horodatage === "string" ? momentMeant(horodatage, shown, zone) : shown;
  return { ...fields, horodatage: meant.toISOString() };
}
