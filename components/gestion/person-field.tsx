"use client";

import { CircleCheck, OctagonX, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { CandidatShape } from "@/lib/prestations/schemas-candidat";
import { Button } from "../ui/button";
import { ComboBox } from "../ui/combo-box";
import { TextArea } from "../ui/text-area";

export type Person = { id: number; nom: string };

const SUGGESTED = 3;
const nameOf = ({ prenom, nom }: CandidatShape) => `${prenom} ${nom}`.trim();

/**
 * Who makes the visit: everyone who has the skill, each with what speaks for or against them at that time, and the
 * best free ones at one touch. A warning asks for its written reason at once.
 */
export function PersonField({
  candidats,
  isLooking,
  current,
  value,
  onChange,
  isRequired = false,
  description,
  hasRefusedWarning = false,
  hasProposals = false,
}: {
  candidats: CandidatShape[] | null;
  isLooking: boolean;
  current: Person | null;
  value: string | null;
  onChange: (value: string | null) => void;
  isRequired?: boolean;
  description?: string;
  /** The server refused a warning that was not known here. */
  hasRefusedWarning?: boolean;
  /** Those free at that time are proposed elsewhere, with reasons. */
  hasProposals?: boolean;
}) {
  const t = useTranslations("plannings.person");
  const descriptionOf = useDescription();
  const known = candidats ?? [];
  const options = known.map((one) => ({
    value: String(one.id),
    label: nameOf(one),
    description: descriptionOf(one),
  }));
  if (current && !known.some(({ id }) => id === current.id))
    options.unshift({ value: String(current.id), label: current.nom, description: "" });
  const chosen = known.find(({ id }) => String(id) === value);
  const suggested = (hasProposals ? [] : known)
    .filter(({ accueil, id }) => accueil === "libre" && String(id) !== value)
    .slice(0, SUGGESTED);
  return (
    <div className="space-y-3">
      <ComboBox
        name="intervenant_id"
        label={t("label")}
        description={description}
        isRequired={isRequired ? true : undefined}
        options={options}
        value={value}
        onChange={onChange}
        placeholder={t("nobody")}
      />
      {suggested.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-sm text-ink-muted">{t("free")}</span>
          {suggested.map((one) => (
            <Button key={one.id} size="sm" onPress={() => onChange(String(one.id))}>
              {nameOf(one)}
              {one.visites_client > 0 ? (
                <span className="text-ink-muted">{t("came", { count: one.visites_client })}</span>
              ) : null}
            </Button>
          ))}
        </div>
      ) : null}
      <Verdict chosen={chosen} isLooking={isLooking} candidats={candidats} />
      {chosen?.accueil === "avertissement" || hasRefusedWarning ? (
        <TextArea
          name="derogation"
          label={t("reason")}
          description={t("reasonWhy")}
          rows={2}
          maxLength={500}
          isRequired
        />
      ) : null}
    </div>
  );
}

function Verdict({
  chosen,
  isLooking,
  candidats,
}: {
  chosen: CandidatShape | undefined;
  isLooking: boolean;
  candidats: CandidatShape[] | null;
}) {
  const t = useTranslations("plannings.person");
  const rules = useRules();
  const looks = {
    libre: { icon: CircleCheck, look: "text-success-text" },
    avertissement: { icon: TriangleAlert, look: "text-warning-text" },
    bloque: { icon: OctagonX, look: "text-danger-text" },
  };
  const { icon: Icon, look } = looks[chosen?.accueil ?? "libre"];
  const isNobodyFree = candidats?.every(({ accueil }) => accueil !== "libre");
  const text = isLooking
    ? t("looking")
    : chosen
      ? chosen.accueil === "libre"
        ? [t("isFree", { name: chosen.prenom }), ...chosen.constats.map(({ phrase }) => phrase)].join(" ")
        : t("isNot", { name: chosen.prenom, why: rules(chosen) })
      : candidats?.length === 0
        ? t("noneSkilled")
        : isNobodyFree
          ? t("noneFree")
          : "";
  return (
    <p
      role="status"
      className={`flex min-h-6 items-start gap-2 text-sm font-medium ${chosen && !isLooking ? look : "text-ink-muted"}`}
    >
      {chosen && !isLooking ? <Icon aria-hidden className="mt-0.5 size-4 shrink-0" /> : null}
      {text}
    </p>
  );
}

const ruleKeys = [
  "slotTaken",
  "visitTooLong",
  "skillMissing",
  "onLeave",
  "dailyMaxExceeded",
  "dailyRestTooShort",
  "outsideAvailability",
  "outOfSector",
] as const;

function useRules() {
  const t = useTranslations("plannings.rules");
  return ({ regles, constats }: CandidatShape) => {
    const told = new Set(constats.map(({ regle }) => regle));
    const words = ruleKeys.filter((key) => regles.includes(key) && !told.has(key)).map((key) => t(key));
    return [...words, ...constats.map(({ phrase }) => phrase.replace(/\.$/, ""))].join(", ");
  };
}

function useDescription() {
  const t = useTranslations("plannings.person");
  const locale = useLocale() as Locale;
  const rules = useRules();
  return (one: CandidatShape) =>
    [
      one.accueil === "libre" && one.constats.length === 0 ? t("statusFree") : rules(one),
      one.visites_client > 0 ? t("came", { count: one.visites_client }) : "",
      one.distance_km === null ? "" : t("km", { distance: formatNumber(one.distance_km, { locale }) }),
    ]
      .filter(Boolean)
      .join(" · ");
}
