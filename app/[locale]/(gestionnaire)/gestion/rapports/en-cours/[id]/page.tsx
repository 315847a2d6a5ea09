import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { load } from "@/lib/delivery/page";
import { readTache } from "@/lib/organisation/read-tache";
import { gestionArea } from "../../../area";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("rapports"))("title") };
}

/** A report that the worker runs: how far it is; then the report itself, or why there is none. */
export default async function RunningReport({ params }: Props) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/rapports/en-cours/${id}`);
  const [t, tache] = await Promise.all([getTranslations("rapports"), load(readTache, { id })]);
  const { etat, erreur, resultat } = tache;
  if (resultat?.rapport_id) redirect(`/${area.words.locale}/gestion/rapports/${resultat.rapport_id}`);
  const back = { href: "/gestion/rapports", label: t("title") };
  const runs = etat === "en_attente" || etat === "en_cours";
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("running.title")} description={runs ? t("running.help") : undefined} back={back} />
      {runs ? (
        <Card className="space-y-3">
          <AutoRefresh everySeconds={1} />
          <p role="status" className="font-medium">
            {t(`running.${etat}`)}
          </p>
          <ProgressBar
            value={etat === "en_cours" ? Math.max(tache.progression, 50) : 10}
            label={t("running.title")}
          />
        </Card>
      ) : (
        <div className="space-y-5">
          <Notice tone="danger">{erreur?.detail ?? t("running.none")}</Notice>
          <LinkButton href={back.href} variant="primary">
            {t("running.again")}
          </LinkButton>
        </div>
      )}
    </div>
  );
}
