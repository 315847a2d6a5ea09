import { CalendarSync } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SubscriptionDevices } from "@/components/plannings/subscription-devices";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { formatDateTime, type Relative } from "@/lib/i18n/format";
import { listAbonnements } from "@/lib/plannings/list-abonnements";
import { addDevice, removeDevice, renewAddress } from "./actions";

/** A person's visits in their own calendar: what it says, a new address, and the devices that read one. */
export async function SubscriptionsPage({
  who,
  words,
  back,
}: {
  who: "client" | "intervenant";
  words: Relative;
  back: string;
}) {
  const [t, { results, reste }] = await Promise.all([getTranslations("abonnements"), load(listAbonnements)]);
  const when = (text: string) => formatDateTime(new Date(text), { ...words, style: "long" });
  const devices = results.map((one) => ({
    id: one.id,
    name: one.nom || t("list.unnamed"),
    made: t("list.made", { date: when(one.adresse_le) }),
    read: one.lu_le ? t("list.read", { date: when(one.lu_le) }) : t("list.never"),
  }));
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} back={{ href: back, label: t(`back.${who}`) }} />
      <div className="max-w-2xl space-y-10">
        <div className="space-y-2 text-ink-muted">
          <p>{t(`said.${who}`)}</p>
          <p>{t("kept")}</p>
        </div>
        <MessagesProvider names={["abonnements"]}>
          <SubscriptionDevices
            devices={devices}
            left={reste}
            add={addDevice}
            renew={renewAddress}
            remove={removeDevice}
          />
        </MessagesProvider>
      </div>
    </>
  );
}

/** The way here from a person's settings. */
export async function SubscriptionsEntry({ href }: { href: string }) {
  const t = await getTranslations("abonnements");
  return (
    <LinkButton href={href} icon={<CalendarSync aria-hidden />} className="w-full sm:w-auto">
      {t("entry")}
    </LinkButton>
  );
}
