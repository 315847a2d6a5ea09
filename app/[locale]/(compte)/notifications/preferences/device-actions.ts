"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { NewDevice } from "@/components/notifications/this-device";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { subscribePush } from "@/lib/notifications/subscribe-push";
import { testPush } from "@/lib/notifications/test-push";
import { unsubscribePush } from "@/lib/notifications/unsubscribe-push";

const refresh = async () => revalidatePath(`/${await getLocale()}/notifications/preferences`);
type Told = { ok: boolean; message?: string };

/** Shows the person's notices on the browser that asks. */
export async function addDevice(device: NewDevice): Promise<Told> {
  const t = await getTranslations("notifications.push");
  const state = await callFromForm(subscribePush, new FormData(), {
    read: () => device,
    message: () => t("turnedOn"),
    done: refresh,
  });
  return { ok: state?.ok ?? false, message: state?.message };
}

/** Sends nothing more to one of the person's devices. */
export async function removeDevice(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("notifications.push");
  return callFromForm(unsubscribePush, form, { message: () => t("turnedOff"), done: refresh });
}

/** The same, for the device that asks. */
export async function forgetDevice(id: number): Promise<Told> {
  const form = new FormData();
  form.set("id", String(id));
  const state = await removeDevice(null, form);
  return { ok: state?.ok ?? false, message: state?.message };
}

/** Sends a first message to one of the person's devices. */
export async function testDevice(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("notifications.push");
  return callFromForm(testPush, form, { message: () => t("testSent"), done: refresh });
}
