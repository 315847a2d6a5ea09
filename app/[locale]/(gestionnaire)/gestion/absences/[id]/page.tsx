import { CheckCheck, Undo2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { load } from "@/lib/delivery/page";
import { listRemplacements } from "@/lib/ia/remplacements/list-remplacements";
import type { Remplacements } from "@/lib/ia/remplacements/schemas";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import { type GestionArea, gestionArea } from "../../area";
import { periodOf } from "../../intervenants/period-of";
import { giveUpAbsence, replaceAll } from "../actions";
import { Proposal } from "./proposal";
import { Replaced } from "./replaced";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("remplacements"))("title") };
}

/** An absence and the visits that it leaves: who could make each, and which have somebody already. */
export default async function AbsencePage({ params }: Props) {
  const { id } = await params;
  const area = await gestionArea(`/gestion/absences/${id}`);
  const [t, tStates, found] = await Promise.all([
    getTranslations("remplacements"),
    getTranslations("states"),
    load(listRemplacements, { id }),
  ]);
  const { absence, remplacees } = found;
  const [person, period] = await Promise.all([
    load(readIntervenant, { id: absence.intervenant_id }),
    periodOf(absence, area.words),
  ]);
  const name = [person.prenom, person.nom].filter(Boolean).join(" ");
  const isLive = absence.statut === "approuvee" || absence.statut === "demandee";
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          <>
            <bdi>{name}</bdi> · {period}
          </>
        }
        back={{ href: `/gestion/intervenants/${absence.intervenant_id}`, label: t("back") }}
        badge={<StatusBadge statut={absence.statut} label={tStates(`absence.${absence.statut}`)} />}
        actions={
          isLive ? (
            <ConfirmAction
              icon={<Undo2 aria-hidden />}
              label={t("withdraw")}
              action={giveUpAbsence}
              fields={{ id: absence.id }}
              title={t("withdrawTitle")}
              consequence={t("withdrawConsequence", { period, count: absence.prestations_remplacees })}
              confirmLabel={t("withdrawConfirm")}
            />
          ) : null
        }
      />
      <div className="space-y-8">
        {absence.statut === "approuvee" ? <ToReplace found={found} area={area} /> : <Why found={found} />}
        {remplacees.length > 0 ? <Replaced visits={remplacees} words={area.words} /> : null}
      </div>
    </>
  );
}

async function Why({ found: { absence } }: { found: Remplacements }) {
  const t = await getTranslations("remplacements");
  if (absence.statut === "demandee") return <Notice>{t("pending")}</Notice>;
  if (absence.statut === "refusee") return <Notice>{t("refused")}</Notice>;
  return <Notice tone="warning">{t("withdrawn", { count: absence.prestations_remplacees })}</Notice>;
}

async function ToReplace({ found, area }: { found: Remplacements; area: GestionArea }) {
  const t = await getTranslations("remplacements");
  const { absence, results, reste } = found;
  const choices = results.flatMap(({ prestation, proposition }) =>
    proposition ? [`${prestation.id}:${prestation.version}:${proposition.intervenant_id}`] : [],
  );
  if (results.length === 0) return <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>;
  return (
    <section aria-labelledby="remplacer">
      <SectionHeader
        id="remplacer"
        title={t("toDo")}
        actions={
          choices.length > 1 ? (
            <ConfirmAction
              variant="primary"
              icon={<CheckCheck aria-hidden />}
              label={t("all")}
              action={replaceAll}
              fields={{ id: absence.id, choix: choices.join(",") }}
              title={t("allTitle")}
              consequence={t("allConsequence", { count: choices.length })}
              confirmLabel={t("allConfirm")}
            />
          ) : null
        }
      />
      <ul className="space-y-3">
        {results.map((one) => (
          <Proposal key={one.prestation.id} absence={absence} one={one} words={area.words} />
        ))}
      </ul>
      {reste > 0 ? <p className="mt-3 text-ink-muted">{t("rest", { count: reste })}</p> : null}
    </section>
  );
}
