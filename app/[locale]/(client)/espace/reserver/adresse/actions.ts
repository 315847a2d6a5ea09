"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { saveAddress } from "../../profil/save-address";
import { type Booking, bookingHref } from "../booking";

/** Adds an address in the middle of a booking and goes on with it. */
export async function addBookingAddress(
  booking: Booking,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const locale = await getLocale();
  return saveAddress(form, null, (saved) => {
    redirect(`/${locale}${bookingHref("need", { ...booking, adresse_id: String(saved) })}`);
  });
}
