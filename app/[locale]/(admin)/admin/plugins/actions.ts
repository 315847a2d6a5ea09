"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { type ActionState, callFromForm } from "@/lib/delivery/action";
import { disablePlugin } from "@/lib/interop/disable-plugin";
import { enablePlugin } from "@/lib/interop/enable-plugin";

type State = ActionState<unknown>;

const refresh = () => revalidatePath("/[locale]/admin/plugins", "page");

export async function enable(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("plugins.enable");
  return callFromForm(enablePlugin, form, { message: () => t("done"), done: refresh });
}

export async function disable(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("plugins.disable");
  return callFromForm(disablePlugin, form, { message: () => t("done"), done: refresh });
}
