import { Megaphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PublicationChanges } from "@/components/plannings/publication-changes";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Notice } from "@/components/ui/notice";
import { load } from "@/lib/delivery/page";
import { formatDateTime, type Relative } from "@/lib/i18n/format";
import { previewPublication } from "@/lib/plannings/publications/preview-publication";
import { publishWeek } from "./actions";

/** Rules told here at most; all of them stand in the panel of conflicts. */
const SHOWN = 6;

/** Whether the week was told to its people, what has changed since for whom, and the act of telling them. */
export async function PublishWeek({
  semaine,
  agenceId,
  words,
}: {
  semaine: string;
  agenceId: number;
  words: Relative;
}) {
  const [t, preview] = await Promise.all([
    getTranslations("publications"),
    load(previewPublication, { semaine, agence_id: agenceId }),
  ]);
  const last = preview.precedente;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <ConfirmAction
        label={t("act")}
        icon={<Megaphone aria-hidden className="mirror" />}
        action={publishWeek}
        fields={{ agence_id: agenceId, semaine }}
        title={t("title")}
        consequence={preview.personnes.length > 0 ? t("told") : t("nothing")}
        confirmLabel={t("confirm")}
        variant="primary"
        look="secondary"
      >
        {preview.bloquants.length > 0 ? (
          <Notice tone="danger" title={t("blocked")}>
            <ul className="list-disc space-y-1 ps-5">
              {preview.bloquants.slice(0, SHOWN).map(({ intervenant_id, regle, phrase }, at) => (
                <li key={`${intervenant_id} ${regle} ${at.toString()}`}>{phrase}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <PublicationChanges people={preview.personnes} />
      </ConfirmAction>
      <p className="text-ink-muted">
        {last
          ? t("last", {
              when: formatDateTime(new Date(last.publie_le), words),
              number: String(last.numero),
            })
          : t("never")}
      </p>
    </div>
  );
}
