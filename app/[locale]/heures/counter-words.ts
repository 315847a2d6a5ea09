import { getTranslations } from "next-intl/server";

/** Words of the table of counters. */
export async function counterWords() {
  const t = await getTranslations("travail.compteurs");
  return {
    person: t("person"),
    period: t("period"),
    planned: t("planned"),
    worked: t("worked"),
    due: t("due"),
    difference: t("difference"),
    extra: t("extra"),
    over: t("over"),
    travel: (hours: string) => t("travel", { hours }),
    complementary: (hours: string, limit: string) => t("complementary", { hours, limit }),
    overtime: (hours: string) => t("overtime", { hours }),
  };
}
