import { Bell } from "@/components/shell/bell";
import { load } from "@/lib/delivery/page";
import { listNotifications } from "@/lib/notifications/list-notifications";

/** The bell of every area, with what the account has not read; then live. */
export async function NotificationBell() {
  const { count = 0 } = await load(listNotifications, { non_lues: true, count: true, limit: 1 });
  return <Bell count={count} href="/notifications" stream="/api/services_personne/notifications/flux" />;
}
