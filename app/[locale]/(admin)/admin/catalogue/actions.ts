"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { createTarif } from "@/lib/activites/create-tarif";
import { updateActivite } from "@/lib/activites/update-activite";
import { type ActionState, callFromForm } from "@/lib/delivery/action";

type State = ActionState<unknown>;

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export async function saveActivite(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("admin.activity");
  const label = (langue: string) => text(form, `libelles.${langue}`);
  return callFromForm(updateActivite, form, {
    read: () => ({
      id: text(form, "id"),
      version: text(form, "version"),
      famille: text(form, "famille"),
      regime: text(form, "regime"),
      actif: form.get("actif") === "on",
      duree_max_min: text(form, "duree_max_min") || null,
      plafond_credit_impot: text(form, "plafond_credit_impot") || null,
      libelles: { fr: label("fr"), en: label("en"), ar: label("ar"), tzm: label("tzm") },
    }),
    message: () => t("saved"),
    done: () => revalidatePath("/", "layout"),
  });
}

export async function savePrice(_state: State, form: FormData): Promise<State> {
  const locale = await getLocale();
  return callFromForm(createTarif, form, {
    done: (tarif) => {
      revalidatePath("/", "layout");
      redirect(`/${locale}/admin/catalogue/${tarif.activite_id}?prix=${tarif.agence_id}`);
    },
  });
}
