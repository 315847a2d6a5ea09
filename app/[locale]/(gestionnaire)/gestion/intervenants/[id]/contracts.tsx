import { CalendarX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AddContrat, AmendContrat } from "@/components/intervenants/contrat-forms";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DatePicker } from "@/components/ui/date-picker";
import { ExportButton } from "@/components/ui/export-button";
import { SectionHeader } from "@/components/ui/section-header";
import { load } from "@/lib/delivery/page";
import { formatDate, formatHours } from "@/lib/i18n/format";
import { listContrats } from "@/lib/intervenants/contrats/list-contrats";
import type { AvenantShape, ContratShape } from "@/lib/intervenants/contrats/schemas";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import type { GestionArea } from "../../area";
import { addAvenant, addContrat, closeContrat } from "../contract-actions";

type Part = { person: IntervenantShape; area: GestionArea };

/** What was agreed: the contract in force with its amendments, then those before and to come. */
export async function Contracts({ person, area }: Part) {
  const [t, { results }] = await Promise.all([
    getTranslations("travail.contrat"),
    load(listContrats, { intervenant_id: person.id, limit: 20 }),
  ]);
  const terms = {
    convention: "idcc_3127",
    mode: "semaine",
    heures_semaine: person.contrat.heures_semaine,
    heures_annee: null,
  };
  return (
    <section aria-labelledby="contrats">
      <SectionHeader
        id="contrats"
        title={t("title")}
        actions={
          <>
            {results.length > 0 ? (
              <ExportButton href={`/gestion/contrats/export?intervenant_id=${person.id}`} />
            ) : null}
            <MessagesProvider names={["travail"]}>
              <AddContrat action={addContrat} intervenantId={person.id} terms={terms} />
            </MessagesProvider>
          </>
        }
      />
      {results.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : null}
      <ul className="space-y-3">
        {results.map((contrat) => (
          <Card as="li" key={contrat.id} tone={contrat.etat === "termine" ? "sunken" : "plain"}>
            <One contrat={contrat} area={area} />
          </Card>
        ))}
      </ul>
    </section>
  );
}

async function One({ contrat, area }: { contrat: ContratShape; area: GestionArea }) {
  const t = await getTranslations("travail");
  const day = (date: string) => formatDate(date, area.words);
  const held = contrat.actuel ?? contrat.avenants.at(-1) ?? null;
  const { debut, fin } = contrat;
  const hours = (one: AvenantShape) =>
    one.mode === "annuel"
      ? t("contrat.hoursYear", { hours: formatHours((one.heures_annee ?? 0) * 60, area.words) })
      : t("contrat.hoursWeek", { hours: formatHours(one.heures_semaine * 60, area.words) });
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">
          {t(`natures.${contrat.nature}`)}
          {held ? ` · ${hours(held)}` : null}
        </span>
        <Badge tone={contrat.etat === "en_cours" ? "success" : "neutral"}>{t(`etats.${contrat.etat}`)}</Badge>
      </p>
      <p className="text-ink-muted">
        {fin
          ? t("contrat.between", { from: day(debut), to: day(fin) })
          : t(contrat.etat === "a_venir" ? "contrat.from" : "contrat.since", { from: day(debut) })}
        {held ? ` · ${t(`conventions.${held.convention}`)}` : null}
        {held ? ` · ${t(held.temps_partiel ? "contrat.partTime" : "contrat.fullTime")}` : null}
      </p>
      {contrat.motif ? <bdi className="block text-sm">{contrat.motif}</bdi> : null}
      {contrat.avenants.length > 1 ? <History contrat={contrat} hours={hours} day={day} /> : null}
      {contrat.etat === "termine" || !held ? null : <Acts contrat={contrat} terms={held} />}
    </div>
  );
}

async function History({
  contrat,
  hours,
  day,
}: {
  contrat: ContratShape;
  hours: (one: AvenantShape) => string;
  day: (date: string) => string;
}) {
  const t = await getTranslations("travail.contrat");
  return (
    <details>
      <summary className="tap cursor-pointer text-accent-text">{t("history")}</summary>
      <ol className="space-y-1 border-line border-s-2 ps-4">
        {contrat.avenants.toReversed().map((one) => (
          <li key={one.numero}>
            <span className="font-medium">
              {one.numero === 0 ? t("first") : t("numero", { numero: one.numero })}
            </span>{" "}
            <span className="text-ink-muted">
              {one.au
                ? t("between", { from: day(one.du), to: day(one.au) })
                : t("from", { from: day(one.du) })}
              {` · ${hours(one)}`}
            </span>
            {one.motif ? <bdi className="block text-sm">{one.motif}</bdi> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

async function Acts({ contrat, terms }: { contrat: ContratShape; terms: AvenantShape }) {
  const t = await getTranslations("travail.contrat");
  const { id, version } = contrat;
  return (
    <div className="flex flex-wrap gap-3 pt-1">
      <MessagesProvider names={["travail"]}>
        <AmendContrat action={addAvenant} contrat={{ id, version }} terms={terms} />
      </MessagesProvider>
      <ConfirmAction
        size="sm"
        icon={<CalendarX aria-hidden />}
        label={t("end")}
        action={closeContrat}
        fields={{ id, version }}
        title={t("end")}
        consequence={t("endHelp")}
        confirmLabel={t("save")}
      >
        <DatePicker name="fin" label={t("fin")} isRequired defaultValue={contrat.fin ?? undefined} />
      </ConfirmAction>
    </div>
  );
}
