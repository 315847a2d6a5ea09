import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CleCreate } from "@/components/interop/cle-create";
import { byObject } from "@/components/interop/portee-words";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { PageHeader } from "@/components/ui/page-header";
import { load, pageContext } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { offeredPortees } from "@/lib/interop/offered-portees";
import { listAgences } from "@/lib/organisation/list-agences";
import { addCle } from "../actions";

const durations = [7, 30, 90, 180, 366] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cles.new"))("title") };
}

/** A new key: what it opens and until when; it is shown here, once. */
export default async function NewClePage() {
  const [t, { now, locale }, agences] = await Promise.all([
    getTranslations("cles"),
    pageContext(),
    load(listAgences, { limit: 200 }),
  ]);
  const until = (days: number) =>
    formatDate(new Date(now.getTime() + days * 86_400_000), { locale, timeZone: "Europe/Paris" });
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.lead")}
        back={{ href: "/admin/cles", label: t("title") }}
      />
      <MessagesProvider names={["cles"]}>
        <CleCreate
          action={addCle}
          offered={byObject(offeredPortees)}
          agences={agences.results.map(({ id, nom }) => ({ id, nom }))}
          durations={durations.map((days) => ({
            value: String(days),
            label: t("duration", { days, date: until(days) }),
          }))}
        />
      </MessagesProvider>
    </>
  );
}
