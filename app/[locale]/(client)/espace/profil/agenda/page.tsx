import { getTranslations } from "next-intl/server";
import { SubscriptionsPage } from "../../../../abonnements/subscriptions-page";
import { clientArea } from "../../area";

export async function generateMetadata() {
  return { title: (await getTranslations("abonnements"))("title") };
}

/** The client's visits in their own calendar. */
export default async function ClientCalendar() {
  const { words } = await clientArea("/espace/profil/agenda");
  return <SubscriptionsPage who="client" words={words} back="/espace/profil" />;
}
