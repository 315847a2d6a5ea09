"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Tache } from "@/lib/organisation/schemas-tache";

const EVERY_MS = 1_000;
/** Answers missed in a row before the person is told. */
const MOST_MISSED = 5;

type Props = { tache: Tache; onChange: (tache: Tache) => void; onCancel: () => void };

/** Asks how far the work is until it has ended. */
export function ImportProgress({ tache, onChange, onCancel }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const [missed, setMissed] = useState(0);
  useEffect(() => {
    const timer = setInterval(async () => {
      const found = await ask(tache.id, locale);
      setMissed((before) => (found ? 0 : before + 1));
      if (found) onChange(found);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [tache.id, locale, onChange]);
  const label = tache.donnees.essai ? t("trialRunning") : t("running");
  return (
    <Card className="flex flex-col gap-3">
      <p className="flex justify-between gap-4 font-medium" role="status">
        <span>{label}</span>
        <bdi className="tabular-nums">{tache.progression} %</bdi>
      </p>
      <ProgressBar value={tache.progression} label={t("progress")} />
      {missed >= MOST_MISSED ? <Notice tone="warning">{t("lost")}</Notice> : null}
      <Button variant="ghost" onPress={onCancel} className="self-start">
        {t("cancel")}
      </Button>
    </Card>
  );
}

async function ask(id: number, locale: string): Promise<Tache | undefined> {
  try {
    const answer = await fetch(`/api/services_personne/taches/${id}/`, {
      headers: { accept: "application/json", "accept-language": locale },
    });
    return answer.ok ? ((await answer.json()) as Tache) : undefined;
  } catch {
    return undefined;
  }
}
