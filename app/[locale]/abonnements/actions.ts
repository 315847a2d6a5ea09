"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { AddressShown } from "@/components/plannings/subscription-address";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { qrPicture } from "@/lib/delivery/qr-picture";
import { createAbonnement } from "@/lib/plannings/create-abonnement";
import { renewAbonnement } from "@/lib/plannings/renew-abonnement";
import { revokeAbonnement } from "@/lib/plannings/revoke-abonnement";
import type { AbonnementSecret } from "@/lib/plannings/schemas-abonnement";

/** Makes an address; its secret goes to this one answer and nowhere else. */
export async function addDevice(_state: FormState, form: FormData): Promise<FormState<AddressShown>> {
  return shown(await callFromForm(createAbonnement, form, { done: refresh }));
}

export async function renewAddress(_state: FormState, form: FormData): Promise<FormState<AddressShown>> {
  return shown(await callFromForm(renewAbonnement, form, { done: refresh }));
}

export async function removeDevice(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("abonnements");
  return callFromForm(revokeAbonnement, form, { message: () => t("revoke.done"), done: refresh });
}

/** With the address as a picture for another device's camera. */
function shown(state: FormState<AbonnementSecret>): FormState<AddressShown> {
  if (!state?.ok || !state.data) return state as FormState<never>;
  const { id, adresse, webcal } = state.data;
  return { ok: true, data: { id, adresse, webcal, qr: qrPicture(webcal) } };
}

function refresh(): void {
  revalidatePath("/[locale]", "layout");
}
