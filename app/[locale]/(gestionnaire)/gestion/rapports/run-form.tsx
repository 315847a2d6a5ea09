import { AlarmClock, ChartColumn, Star, WalletCards } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { DatePicker } from "@/components/ui/date-picker";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { agencyOptions } from "../agencies";
import type { GestionArea } from "../area";
import { runReport } from "./actions";
import { presets } from "./periods";

const types = [
  { value: "activite", icon: <ChartColumn aria-hidden /> },
  { value: "ponctualite", icon: <AlarmClock aria-hidden /> },
  { value: "qualite", icon: <Star aria-hidden /> },
  { value: "creances", icon: <WalletCards aria-hidden /> },
] as const;

const groups = ["activite", "intervenant", "client", "mois", "agence"] as const;

/** Which report, of which days, of which agency, by what. */
export async function RunForm({ area }: { area: GestionArea }) {
  const [t, agencies] = await Promise.all([getTranslations("rapports"), agencyOptions(area)]);
  return (
    <ActionForm action={runReport} aria-label={t("choose")} className="group/run">
      <RadioGroup
        name="type"
        label={t("which")}
        columns={2}
        defaultValue="activite"
        options={types.map(({ value, icon }) => ({
          value,
          icon,
          label: t(`types.${value}.title`),
          description: t(`types.${value}.help`),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select
          name="periode"
          label={t("when")}
          defaultValue="thisMonth"
          options={presets.map((value) => ({ value, label: t(`presets.${value}`) }))}
        />
        {agencies.length > 1 ? (
          <Select
            name="agence_id"
            label={t("groups.agence")}
            placeholder={t("allAgencies")}
            options={agencies}
          />
        ) : null}
        <Select
          name="grouper_par"
          label={t("groupBy")}
          placeholder={t("usualGroup")}
          options={groups.map((value) => ({ value, label: t(`groups.${value}`) }))}
        />
      </div>
      <div className="hidden gap-4 group-has-[option[value=other]:checked]/run:grid sm:grid-cols-2 lg:grid-cols-3">
        <DatePicker name="du" label={t("from")} />
        <DatePicker name="au" label={t("to")} />
      </div>
      <SubmitButton variant="primary">{t("run")}</SubmitButton>
    </ActionForm>
  );
}
