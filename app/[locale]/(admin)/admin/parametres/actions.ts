"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { type ActionState, callFromForm, fieldsOf } from "@/lib/delivery/action";
import { updateParametre } from "@/lib/organisation/update-parametre";

type State = ActionState<unknown>;

/** The form as the operation's input: the button "back to" sends no value, which lets the level above decide. */
function read(form: FormData): Record<string, unknown> {
  const { retour, ...fields } = fieldsOf(form);
  return retour ? { ...fields, valeur: null } : fields;
}

export async function saveParametre(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("parametres");
  return callFromForm(updateParametre, form, {
    read,
    message: () => t("saved"),
    done: () => revalidatePath("/[locale]/admin/parametres", "page"),
  });
}
