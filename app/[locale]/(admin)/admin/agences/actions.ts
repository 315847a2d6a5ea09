"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { type ActionState, callFromForm } from "@/lib/delivery/action";
import { updatePublication } from "@/lib/interop/update-publication";
import { createAgence } from "@/lib/organisation/create-agence";
import { updateAgence } from "@/lib/organisation/update-agence";

type State = ActionState<unknown>;

/** The page shows what was written, its version included. */
const refresh = () => revalidatePath("/", "layout");
type Hours = { jour: number; debut: string; fin: string };

const dates = ["date_declaration", "date_agrement"];

/** The form as the operation's input: empty text stays (it clears), empty dates are none, hours become a list. */
function read(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const horaires = new Map<number, Hours>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    const hour = /^horaires\.([1-7])\.(debut|fin)$/.exec(name);
    if (hour && value) {
      const jour = Number(hour[1]);
      horaires.set(jour, {
        ...{ jour, debut: "", fin: "" },
        ...horaires.get(jour),
        [hour[2] ?? ""]: value.trim(),
      });
    }
    if (!hour) input[name] = dates.includes(name) && value === "" ? null : value;
  }
  const { frais_annulation: fee, ...fields } = input;
  return {
    ...fields,
    ...(fee !== undefined && { frais_annulation_bp: Math.round(Number(fee) * 100) }),
    horaires: [...horaires.values()],
  };
}

/** Refusals of the n-th opening hours, given back to the fields of their weekday. */
function byWeekday(state: State, form: FormData): State {
  if (!state || state.ok) return state;
  const { horaires } = read(form) as { horaires: Hours[] };
  const errors = state.errors.map((one) => ({
    ...one,
    pointer: one.pointer.replace(
      /^\/horaires\/(\d+)/,
      (_, index) => `/horaires/${horaires[Number(index)]?.jour}`,
    ),
  }));
  return { ...state, errors };
}

export async function openAgence(_state: State, form: FormData): Promise<State> {
  const locale = await getLocale();
  const state = await callFromForm(createAgence, form, {
    read,
    done: (agence) => redirect(`/${locale}/admin/agences/${agence.id}?nouvelle=1`),
  });
  return byWeekday(state, form);
}

export async function saveAgence(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("admin.agency");
  const state = await callFromForm(updateAgence, form, { read, message: () => t("saved"), done: refresh });
  return byWeekday(state, form);
}

/** Closes or opens an agency again. */
export async function switchAgence(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("admin.agency");
  return callFromForm(updateAgence, form, {
    read: () => ({ id: form.get("id"), actif: form.get("actif") === "true" }),
    message: (agence) => t(agence.actif ? "reopened" : "closed"),
    done: refresh,
  });
}

/** Lets the agency's counts into the open data, or takes them out. */
export async function switchPublication(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("donneesOuvertes.agence");
  return callFromForm(updatePublication, form, {
    message: ({ publie }) => t(publie ? "nowPublished" : "nowWithdrawn"),
    done: refresh,
  });
}
