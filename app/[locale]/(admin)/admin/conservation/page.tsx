import { Eraser } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Ledger, Runs } from "@/components/conservation/ledger";
import { RulesTable } from "@/components/conservation/rules-table";
import { TaskProgress } from "@/components/shell/task-progress";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { ExportButton } from "@/components/ui/export-button";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readConservation } from "@/lib/rgpd/conservation/read-conservation";
import { listEffacements } from "@/lib/rgpd/ledger/list-effacements";
import { applyRules } from "./actions";

const ZONE = "Europe/Paris";

export async function generateMetadata() {
  return { title: (await getTranslations("conservation"))("title") };
}

/** How long everything is kept, what would go now, and the button that takes it away. */
export default async function RetentionPage() {
  const [t, report, ledger] = await Promise.all([
    getTranslations("conservation"),
    load(readConservation, {}),
    load(listEffacements, { limit: 20 }),
  ]);
  const running = report.executions.find(({ etat }) => etat === "en_attente" || etat === "en_cours");
  const due = report.regles
    .filter(({ effet }) => effet !== "signalement")
    .reduce((sum, { nombre }) => sum + nombre, 0);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <ExportButton href="/admin/conservation/export" />
            {running ? null : (
              <ConfirmAction
                variant="danger"
                look="secondary"
                label={t("run")}
                icon={<Eraser aria-hidden />}
                action={applyRules}
                fields={{}}
                title={t("runTitle")}
                consequence={t("runWhat", { count: due })}
                confirmLabel={t("run")}
              />
            )}
          </>
        }
      />
      {running ? (
        <TaskProgress tacheId={running.tache_id} running={t("running")} label={t("progress")} />
      ) : null}
      <RulesTable report={report} timeZone={ZONE} />
      <Runs report={report} timeZone={ZONE} />
      <Ledger rows={ledger.results} timeZone={ZONE} />
    </>
  );
}
