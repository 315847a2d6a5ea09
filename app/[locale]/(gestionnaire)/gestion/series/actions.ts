"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { SeriePreview } from "@/components/series/serie-form";
import type { FormState } from "@/components/ui/form-state";
import { browserContext, callFromForm, fieldsOf } from "@/lib/delivery/action";
import { describeField, sentences, toRefused } from "@/lib/delivery/problem";
import { createSerie } from "@/lib/plannings/series/create-serie";
import { previewSerie } from "@/lib/plannings/series/preview-serie";
import { stopSerie } from "@/lib/plannings/series/stop-serie";
import { updateSerie } from "@/lib/plannings/series/update-serie";
import { serieOf } from "./rule-of";

export async function saveSerie(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createSerie, form, {
    read: serieOf,
    done: ({ id }) => {
      refresh();
      redirect(`/${locale}/gestion/series/${id}?fait=creee`);
    },
  });
}

/** The first dates of what the form says, or why it says nothing. */
export async function previewDates(form: FormData): Promise<SeriePreview> {
  const ctx = await browserContext();
  const { client_id, adresse_id, heure, premier_jour, rrule, exceptions, jours_feries } = serieOf(form);
  try {
    const asked = { client_id, adresse_id, heure, premier_jour, rrule, exceptions, jours_feries };
    return { ok: true, apercu: await previewSerie(ctx, asked) };
  } catch (error) {
    const refusal = toRefused(error, ctx.requestId);
    const [first] = refusal.details.errors ?? [];
    const message = first ? describeField(first, ctx.locale) : sentences(refusal, ctx.locale).detail;
    return { ok: false, message };
  }
}

export async function changeSerie(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("series.one");
  return callFromForm(updateSerie, form, {
    read: (sent) => {
      const { heure, ...fields } = fieldsOf(sent);
      return {
        intervenant_id: null,
        ...fields,
        ...(heure ? { heure: String(heure).slice(0, 5) } : {}),
      };
    },
    message: ({ effet }) => t("changed", { count: effet.modifiees + effet.creees + effet.annulees }),
    done: refresh,
  });
}

export async function endSerie(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("series.one");
  return callFromForm(stopSerie, form, {
    message: ({ effet }) => t("stopped", { count: effet.annulees }),
    done: refresh,
  });
}

const refresh = () => revalidatePath("/[locale]/gestion", "layout");
