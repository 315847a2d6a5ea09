"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { browserContext, callFromForm, fieldsOf } from "@/lib/delivery/action";
import { sentences, toRefused } from "@/lib/delivery/problem";
import { acceptRemplacement } from "@/lib/ia/remplacements/accept-remplacement";
import { withdrawAbsence } from "@/lib/intervenants/withdraw-absence";

const words = () => getTranslations("remplacements.done");

/** Gives one visit to whoever was proposed; an empty person leaves it open. */
export async function replaceVisit(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(acceptRemplacement, form, {
    read: (sent) => ({ ...fieldsOf(sent), intervenant_id: sent.get("intervenant_id") || null }),
    message: ({ intervenant }) =>
      intervenant ? t("given", { name: `${intervenant.prenom} ${intervenant.nom}`.trim() }) : t("open"),
    done: refresh,
  });
}

/**
 * Gives every visit of `choix` ("visit:version:person" by commas), one after the other in the order of time; each in a
 * transaction of its own. What is refused is left alone, and the first reason is said.
 */
export async function replaceAll(_state: FormState, form: FormData): Promise<FormState> {
  const [t, ctx] = await Promise.all([words(), browserContext()]);
  const { id, choix } = fieldsOf(form);
  const chosen = String(choix ?? "")
    .split(",")
    .filter(Boolean)
    .slice(0, 100);
  let done = 0;
  const refusals: string[] = [];
  for (const one of chosen) {
    const [prestation_id, version, intervenant_id] = one.split(":");
    try {
      await acceptRemplacement(ctx, { id, prestation_id, version, intervenant_id });
      done += 1;
    } catch (error) {
      refusals.push(sentences(toRefused(error, ctx.requestId), ctx.locale).detail);
    }
  }
  await refresh();
  const left = refusals.length;
  if (left === 0) return { ok: true, message: t("all", { count: done }) };
  return {
    ok: false,
    code: "partial",
    message: t("some", { done, left, why: refusals[0] ?? "" }),
    errors: [],
  };
}

/** What went to others stays with them, and the message says so. */
export async function giveUpAbsence(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(withdrawAbsence, form, {
    message: ({ prestations_remplacees: count }) => t("withdrawn", { count }),
    done: refresh,
  });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
