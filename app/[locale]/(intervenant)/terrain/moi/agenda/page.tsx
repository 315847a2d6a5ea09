import { getTranslations } from "next-intl/server";
import { SubscriptionsPage } from "../../../../abonnements/subscriptions-page";
import { fieldArea } from "../../area";

export async function generateMetadata() {
  return { title: (await getTranslations("abonnements"))("title") };
}

/** The intervenant's visits in their own calendar. */
export default async function FieldCalendar() {
  const { words } = await fieldArea("/terrain/moi/agenda");
  return <SubscriptionsPage who="intervenant" words={words} back="/terrain/moi" />;
}
