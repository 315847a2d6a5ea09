import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveForm } from "@/components/activites/live-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { type Frequence, frequences } from "@/lib/activites/schemas";
import { searchInput } from "@/lib/delivery/page";
import { formatHours } from "@/lib/i18n/format";
import { type Catalogue, catalogueOf } from "../catalogue";
import { PriceNotes } from "../price-notes";
import { Estimate } from "./estimate";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
/** The four answers that make a price. */
export type Asked = { type: string; agence: string; duree: string; frequence: Frequence };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.devis"))("metaTitle") };
}

/** What a service would cost: four questions, and the answer beside them. A GET form, so it needs no client code. */
export default async function DevisPage({ searchParams }: Props) {
  const search = searchInput(await searchParams);
  const catalogue = await catalogueOf(search.agence);
  if (!catalogue) notFound();
  const t = await getTranslations("public.devis");
  const { asked, replaced } = answersOf(search, catalogue);
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <header className="mb-8 max-w-2xl">
        <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">{t("title")}</h1>
        <p className="mt-3 text-lg text-ink-muted">{t("lead")}</p>
      </header>
      <div className="grid gap-8 lg:grid-cols-[1fr_1.1fr] lg:items-start">
        <Questions asked={asked} catalogue={catalogue} />
        <div className="space-y-4 lg:sticky lg:top-24">
          {replaced ? <Notice tone="warning">{t("notSoldHere")}</Notice> : null}
          <Estimate asked={asked} catalogue={catalogue} />
        </div>
      </div>
      <div className="mt-12">
        <PriceNotes catalogue={catalogue} />
      </div>
    </div>
  );
}

/** The answers in the address, each one missing or unknown replaced by the most usual. */
function answersOf(search: Record<string, string>, { agence, offers }: Catalogue) {
  const codes = offers.map(({ activite }) => activite.code);
  const type = codes.find((code) => code === search.type);
  const usual = codes.includes("menage") ? "menage" : (codes[0] ?? "");
  const duree = Number(search.duree);
  const asked: Asked = {
    type: type ?? usual,
    agence: String(agence.id),
    duree: duree > 0 && duree <= 24 ? String(duree) : "2",
    frequence: frequences.find((one) => one === search.frequence) ?? "hebdomadaire",
  };
  return { asked, replaced: search.type !== undefined && type === undefined };
}

const halfHours = Array.from({ length: 16 }, (_, index) => (index + 1) * 30);

async function Questions({ asked, catalogue }: { asked: Asked; catalogue: Catalogue }) {
  const t = await getTranslations("public.devis");
  const { agences, agence, offers, locale } = catalogue;
  const longest = offers.find(({ activite }) => activite.code === asked.type)?.activite.duree_max_min ?? 480;
  const asks = Number(asked.duree) * 60;
  const durations = halfHours.includes(asks) ? halfHours : [...halfHours, asks].sort((a, b) => a - b);
  return (
    <LiveForm
      key={agence.id}
      label={t("title")}
      className="rounded-card border border-line bg-raised p-5 shadow-card sm:p-6"
      submit={
        <Button type="submit" variant="primary" size="lg">
          {t("calculate")}
        </Button>
      }
    >
      <Select
        name="agence"
        label={t("agency")}
        defaultValue={asked.agence}
        options={agences.map(({ id, nom }) => ({ value: String(id), label: nom }))}
      />
      <Select
        name="type"
        label={t("service")}
        defaultValue={asked.type}
        options={offers.map(({ activite }) => ({ value: activite.code, label: activite.libelle }))}
      />
      <Select
        name="duree"
        label={t("duration")}
        defaultValue={asked.duree}
        options={durations
          .filter((minutes) => minutes <= longest || minutes === asks)
          .map((minutes) => ({ value: String(minutes / 60), label: formatHours(minutes, { locale }) }))}
      />
      <RadioGroup
        name="frequence"
        label={t("frequency")}
        columns={2}
        defaultValue={asked.frequence}
        options={frequences.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
      />
    </LiveForm>
  );
}
