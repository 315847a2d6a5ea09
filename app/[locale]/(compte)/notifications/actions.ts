"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { callFromForm } from "@/lib/delivery/action";
import { load } from "@/lib/delivery/page";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { updateNotification } from "@/lib/notifications/update-notification";

/** Marks one notice as read and opens what it is about. */
export async function openNotice(form: FormData): Promise<void> {
  const locale = await getLocale();
  const id = Number(form.get("id"));
  const { results } = await load(listNotifications, { id, limit: 1 });
  await callFromForm(updateNotification, form, { read: () => ({ id, lue: true }) });
  revalidatePath(`/${locale}`, "layout");
  redirect(`/${locale}${results[0]?.lien || "/notifications"}`);
}

/** Marks one notice, or with no `id` all of them, as read. */
export async function markRead(form: FormData): Promise<void> {
  const id = form.get("id");
  await callFromForm(updateNotification, form, {
    read: () => ({ ...(id ? { id } : {}), lue: true }),
  });
  revalidatePath(`/${await getLocale()}`, "layout");
}
