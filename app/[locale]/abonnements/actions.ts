"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import QRCode from "qrcode";
import type { AddressShown } from "@/components/plannings/subscription-address";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
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
  return { ok: true, data: { id, adresse, webcal, qr: pictureOf(webcal) } };
}

/** The dark squares of a QR code as one SVG path, in a square of `size` units with the quiet border of the standard. */
function pictureOf(text: string): AddressShown["qr"] {
  const quiet = 4;
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data)
    .map((dark, at) => (dark ? `M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z` : ""))
    .join("");
  return { size: size + 2 * quiet, path };
}

function refresh(): void {
  revalidatePath("/[locale]", "layout");
}
