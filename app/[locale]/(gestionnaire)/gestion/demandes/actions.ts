"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { acceptReservation } from "@/lib/reservations/accept-reservation";
import { refuseReservation } from "@/lib/reservations/refuse-reservation";

export async function acceptRequest(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("dashboard.requests");
  return callFromForm(acceptReservation, form, {
    message: ({ prestation }) => t("accepted", { name: prestation.client.nom }),
    done: refresh,
  });
}

export async function refuseRequest(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("dashboard.requests");
  return callFromForm(refuseReservation, form, {
    message: ({ prestation }) => t("refused", { name: prestation.client.nom }),
    done: refresh,
  });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
