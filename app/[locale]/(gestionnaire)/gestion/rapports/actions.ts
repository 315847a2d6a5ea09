"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { createProgrammation } from "@/lib/rapports/create-programmation";
import { deleteProgrammation } from "@/lib/rapports/delete-programmation";
import { requestRapport } from "@/lib/rapports/request-rapport";
import { gestionArea } from "../area";
import { periodOf } from "./periods";

/** Has the report chosen run, and shows how far it is until it opens. */
export async function runReport(_state: FormState, form: FormData): Promise<FormState> {
  const [locale, area] = await Promise.all([getLocale(), gestionArea("/gestion/rapports")]);
  return callFromForm(requestRapport, form, {
    read: (sent) => {
      const { periode, ...input } = fieldsOf(sent);
      const usual = periodOf(String(periode), area.today) ?? {};
      const asked: Record<string, unknown> = { ...input, ...usual };
      // What is owed is owed since ever: only its day counts, and not one that is still to come.
      if (asked.type !== "creances") return asked;
      const au = String(asked.au ?? "");
      return { ...asked, du: undefined, au: au > area.today ? area.today : asked.au };
    },
    done: ({ id }) => redirect(`/${locale}/gestion/rapports/en-cours/${id}`),
  });
}

/** From now on the report goes out by itself, to whoever asks. */
export async function addSchedule(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("rapports.schedules");
  return callFromForm(createProgrammation, form, { message: () => t("added"), done: refresh });
}

export async function endSchedule(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("rapports.schedules");
  return callFromForm(deleteProgrammation, form, { message: () => t("ended"), done: refresh });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion/rapports`);
}
