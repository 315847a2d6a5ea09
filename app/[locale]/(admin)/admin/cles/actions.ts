"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { type ActionState, callFromForm } from "@/lib/delivery/action";
import { createCle } from "@/lib/interop/create-cle";
import { revokeCle } from "@/lib/interop/revoke-cle";

type State = ActionState<unknown>;
/** What is shown once, straight after it was made. */
type Made = ActionState<{ secret: string }>;

export async function addCle(_state: Made, form: FormData): Promise<Made> {
  return callFromForm(createCle, form);
}

export async function endCle(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("cles");
  return callFromForm(revokeCle, form, {
    message: () => t("revoked"),
    done: () => revalidatePath("/[locale]/admin/cles", "layout"),
  });
}
