"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { createReservation } from "@/lib/reservations/create-reservation";
import { withNames } from "../alternatives";

/** Sends the request. A slot that has just gone comes back with up to three others, each one press away. */
export async function sendBooking(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  const asked = bookingFields(form);
  const state = await callFromForm(createReservation, form, {
    read: () => asked,
    done: (reservation) => {
      revalidatePath(`/${locale}/espace`, "layout");
      redirect(`/${locale}/espace/reserver/envoyee/${reservation.id}`);
    },
  });
  return withNames(state, asked);
}

/** The form's fields; `autre` (`date|intervenant`) is an alternative pressed instead of the first choice. */
function bookingFields(form: FormData): Record<string, unknown> {
  const { autre, ...fields } = fieldsOf(form);
  if (typeof autre !== "string") return fields;
  const [date, person] = autre.split("|");
  return { ...fields, date, intervenant_id: person };
}
