import { CalendarClock, Trash2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { load } from "@/lib/delivery/page";
import { listProgrammations } from "@/lib/rapports/list-programmations";
import type { Programmation } from "@/lib/rapports/schemas-programmation";
import { agencyOptions } from "../agencies";
import type { GestionArea } from "../area";
import { addSchedule, endSchedule } from "./actions";

const types = ["activite", "ponctualite", "qualite", "creances"] as const;

/** Reports that go out by themselves: those there are, and one more. */
export async function Schedules({ area }: { area: GestionArea }) {
  const [t, { results }, agencies] = await Promise.all([
    getTranslations("rapports"),
    load(listProgrammations, { limit: 100 }),
    agencyOptions(area),
  ]);
  const nameOf = new Map(agencies.map(({ value, label }) => [value, label]));
  return (
    <section>
      <SectionHeader title={t("schedules.title")} description={t("schedules.help")} />
      <Card className="space-y-5">
        {results.length > 0 ? (
          <ul className="divide-y divide-line">
            {results.map((one) => (
              <Schedule key={one.id} schedule={one} agency={nameOf.get(String(one.agence_id)) ?? ""} />
            ))}
          </ul>
        ) : null}
        <ActionForm action={addSchedule} aria-label={t("schedules.add")}>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <Select
              name="type"
              label={t("schedules.report")}
              defaultValue="activite"
              options={types.map((value) => ({ value, label: t(`types.${value}.title`) }))}
            />
            <Select
              name="frequence"
              label={t("schedules.frequency")}
              defaultValue="mensuelle"
              options={(["mensuelle", "hebdomadaire"] as const).map((value) => ({
                value,
                label: t(`schedules.${value}`),
              }))}
            />
            {agencies.length > 1 ? (
              <Select
                name="agence_id"
                label={t("groups.agence")}
                defaultValue={agencies[0]?.value}
                options={agencies}
              />
            ) : (
              <input type="hidden" name="agence_id" value={agencies[0]?.value ?? ""} />
            )}
          </div>
          <SubmitButton variant="secondary">{t("schedules.add")}</SubmitButton>
        </ActionForm>
      </Card>
    </section>
  );
}

async function Schedule({ schedule, agency }: { schedule: Programmation; agency: string }) {
  const t = await getTranslations("rapports");
  const names = schedule.destinataires.map(({ nom }) => nom).filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <CalendarClock aria-hidden className="size-5 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">
          {schedule.libelle} · {t(`schedules.${schedule.frequence}`)}
        </span>
        <span className="block text-sm text-ink-muted">
          <bdi>{agency}</bdi>
          {names.map((name) => (
            <span key={name}>
              {" · "}
              <bdi>{name}</bdi>
            </span>
          ))}
        </span>
      </span>
      <ConfirmAction
        variant="danger"
        look="ghost"
        size="sm"
        icon={<Trash2 aria-hidden />}
        label={t("schedules.end")}
        action={endSchedule}
        fields={{ id: schedule.id }}
        title={t("schedules.endTitle")}
        consequence={t("schedules.endWhat")}
        confirmLabel={t("schedules.end")}
      />
    </li>
  );
}
