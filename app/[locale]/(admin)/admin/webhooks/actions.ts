"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { type ActionState, callFromForm } from "@/lib/delivery/action";
import { createWebhook } from "@/lib/interop/create-webhook";
import { deleteWebhook } from "@/lib/interop/delete-webhook";
import { replayLivraison } from "@/lib/interop/replay-livraison";
import { rotateWebhook } from "@/lib/interop/rotate-webhook";
import { testWebhook } from "@/lib/interop/test-webhook";
import { updateWebhook } from "@/lib/interop/update-webhook";

type State = ActionState<unknown>;
/** What is shown once, straight after it was made. */
type Made = ActionState<{ id: number; secret: string }>;

const refresh = () => revalidatePath("/[locale]/admin/webhooks", "layout");

export async function addWebhook(_state: Made, form: FormData): Promise<Made> {
  return callFromForm(createWebhook, form);
}

export async function saveWebhook(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("webhooks.edit");
  return callFromForm(updateWebhook, form, { message: () => t("saved"), done: refresh });
}

/** Stops or starts an address. */
export async function switchWebhook(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("webhooks.one");
  return callFromForm(updateWebhook, form, {
    message: (webhook) => t(webhook.actif ? "started" : "stopped"),
    done: refresh,
  });
}

export async function tryWebhook(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("webhooks.one");
  return callFromForm(testWebhook, form, { message: () => t("tested"), done: refresh });
}

export async function changeSecret(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("webhooks.one");
  return callFromForm(rotateWebhook, form, { message: () => t("rotated"), done: refresh });
}

export async function removeWebhook(_state: State, form: FormData): Promise<State> {
  const locale = await getLocale();
  return callFromForm(deleteWebhook, form, {
    done: () => {
      refresh();
      redirect(`/${locale}/admin/webhooks?supprime=1`);
    },
  });
}

export async function sendAgain(_state: State, form: FormData): Promise<State> {
  const t = await getTranslations("webhooks.deliveries");
  return callFromForm(replayLivraison, form, { message: () => t("replayed"), done: refresh });
}
