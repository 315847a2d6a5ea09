import { getTranslations } from "next-intl/server";
import { ConflictList } from "@/components/plannings/conflict-list";
import { load } from "@/lib/delivery/page";
import type { Relative } from "@/lib/i18n/format";
import { listConflits } from "@/lib/plannings/conflits/list-conflits";

/** What is wrong in the week shown, folded while there is much of it. */
export async function ConflictPanel({
  semaine,
  agenceId,
  words,
  hrefOf,
}: {
  semaine: string;
  agenceId: number;
  words: Relative;
  hrefOf: (id: number) => string;
}) {
  const [t, { results }] = await Promise.all([
    getTranslations("conflits"),
    load(listConflits, { semaine, agence_id: agenceId }),
  ]);
  if (results.length === 0) return <p className="mb-5 text-ink-muted print:hidden">{t("none")}</p>;
  return <ConflictList conflicts={results} words={words} hrefOf={hrefOf} />;
}
