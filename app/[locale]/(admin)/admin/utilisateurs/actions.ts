"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { type ActionState, callFromForm, fieldsOf } from "@/lib/delivery/action";
import { createUtilisateur } from "@/lib/organisation/create-utilisateur";
import { resetFacteur } from "@/lib/organisation/second-facteur/reset-facteur";
import { endSessionsOf } from "@/lib/organisation/sessions/end-sessions-of";
import { updateUtilisateur } from "@/lib/organisation/update-utilisateur";

type State = ActionState<unknown>;

/** The page shows what was written, its version included. */
const refresh = () => revalidatePath("/", "layout");

/** The agencies ticked, none included: a form says nothing of boxes left empty. */
function read(form: FormData): Record<string, unknown> {
  const { agence_ids: _agences, ...fields } = fieldsOf(form);
  const ticked = form.getAll("agence_ids").filter((value) => value !== "");
  return { ...fields, ...(form.has("agence_ids") && { agence_ids: ticked }) };
}

export async function inviteUser(_state: State, form: FormData): Promise<State> {
  const locale = await getLocale();
  return callFromForm(createUtilisateur, form, {
    read,
    done: (user) => redirect(`/${locale}/admin/utilisateurs/${user.id}?invite=1`),
  });
}

export async function saveUser(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("admin.user");
  return callFromForm(updateUtilisateur, form, { read, message: () => t("saved"), done: refresh });
}

/** Disables or enables an account. */
export async function switchUser(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("admin.user");
  return callFromForm(updateUtilisateur, form, {
    message: (user) => t(user.actif ? "enabled" : "disabled"),
    done: refresh,
  });
}

/** Takes away the second factor of someone who lost their phone. */
export async function resetSecondFactor(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("admin.user");
  return callFromForm(resetFacteur, form, { message: () => t("resetFactorDone"), done: refresh });
}

export async function endSessionsOfUser(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("compte.sessions");
  return callFromForm(endSessionsOf, form, { message: () => t("endAllDone"), done: refresh });
}
