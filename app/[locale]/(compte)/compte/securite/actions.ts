"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { CodesShown, SetupShown } from "@/components/auth/second-factor-setup";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { qrPicture } from "@/lib/delivery/qr-picture";
import { activateSecondFacteur } from "@/lib/organisation/second-facteur/activate-facteur";
import { prepareFacteur } from "@/lib/organisation/second-facteur/prepare-facteur";
import { removeFacteur } from "@/lib/organisation/second-facteur/remove-facteur";
import { renewCodes } from "@/lib/organisation/second-facteur/renew-codes";
import { endOtherSessions } from "@/lib/organisation/sessions/end-other-sessions";
import { endOneSession } from "@/lib/organisation/sessions/end-session";

/** A secret for an application, with its picture for the phone's camera. */
export async function prepareSetup(_state: FormState, form: FormData): Promise<FormState<SetupShown>> {
  const state = await callFromForm(prepareFacteur, form);
  if (!state?.ok || !state.data) return state as FormState<never>;
  const { secret, adresse } = state.data;
  return { ok: true, data: { secret, adresse, qr: qrPicture(adresse) } };
}

/** The page is not drawn anew: it would take the recovery codes away before anybody read them. */
export async function activateSetup(_state: FormState, form: FormData): Promise<FormState<CodesShown>> {
  return callFromForm(activateSecondFacteur, form);
}

export async function newCodes(_state: FormState, form: FormData): Promise<FormState<CodesShown>> {
  return callFromForm(renewCodes, form);
}

export async function removeFactor(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("compte.security");
  return callFromForm(removeFacteur, form, {
    message: () => t("removed"),
    done: refresh,
  });
}

/** Signs out another browser or program. */
export async function endSession(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("compte.sessions");
  return callFromForm(endOneSession, form, { message: () => t("ended"), done: refresh });
}

export async function endOthers(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("compte.sessions");
  return callFromForm(endOtherSessions, form, {
    message: ({ fermees }) => t("endOthersDone", { count: fermees }),
    done: refresh,
  });
}

function refresh(): void {
  revalidatePath("/[locale]/compte/securite", "page");
}
