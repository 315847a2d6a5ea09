import { BellOff, CheckCheck, Settings2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { NoticeList } from "@/components/notifications/notice-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { load, searchInput } from "@/lib/delivery/page";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { markRead, openNotice } from "./actions";
import { ownWords } from "./zone";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PER_PAGE = 20;

export async function generateMetadata() {
  return { title: (await getTranslations("notifications.centre"))("title") };
}

/** What happened that concerns the account: unread first, newest first, each with the way to its object. */
export default async function NotificationsPage({ searchParams }: Props) {
  const { words } = await ownWords("/notifications");
  const { cursor } = searchInput(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("notifications.centre"),
    load(listNotifications, { cursor, limit: PER_PAGE, ordering: "-non_lue" }),
  ]);
  const href = (to: string | null) => (to ? `/notifications?${new URLSearchParams({ cursor: to })}` : null);
  const hasUnread = page.results.some(({ lue }) => !lue);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <LinkButton href="/notifications/preferences" icon={<Settings2 aria-hidden />}>
              {t("preferences")}
            </LinkButton>
            {hasUnread ? (
              <form action={markRead}>
                <Button type="submit" icon={<CheckCheck aria-hidden />}>
                  {t("markAll")}
                </Button>
              </form>
            ) : null}
          </>
        }
      />
      {page.results.length === 0 ? (
        <EmptyState icon={<BellOff />} title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <NoticeList notices={page.results} words={words} open={openNotice} mark={markRead} />
      )}
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </div>
  );
}
