"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { acceptReservation } from "@/lib/reservations/accept-reservation";
import { refuseReservation } from "@/lib/reservations/refuse-reservation";
import { proposalField, recordChoice, recordNobody } from "../visites/record-choice";

/** The choice is recorded with what was proposed. */
export async function acceptRequest(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("dashboard.requests");
  return callFromForm(acceptReservation, form, {
    read: (sent) => {
      const { [proposalField]: _, ...fields } = fieldsOf(sent);
      return fields;
    },
    message: ({ prestation }) => t("accepted", { name: prestation.client.nom }),
    done: async ({ prestation }) => {
      await recordChoice(form, prestation.intervenant?.id ?? null);
      await refresh();
    },
  });
}

export async function refuseRequest(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("dashboard.requests");
  return callFromForm(refuseReservation, form, {
    message: ({ prestation }) => t("refused", { name: prestation.client.nom }),
    done: async ({ prestation_id }) => {
      await recordNobody(prestation_id);
      await refresh();
    },
  });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
