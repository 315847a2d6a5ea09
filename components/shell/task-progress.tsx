"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useRouter } from "@/lib/i18n/navigation";
import { Card } from "../ui/card";
import { ProgressBar } from "../ui/progress-bar";

const EVERY_MS = 1_000;

type Props = { tacheId: number; running: string; label: string };

/** How far long work is; once it has ended, the page itself shows what came of it. */
export function TaskProgress({ tacheId, running, label }: Props) {
  const locale = useLocale();
  const router = useRouter();
  const [progress, setProgress] = useState(0);
  useEffect(() => {
    const timer = setInterval(async () => {
      const found = await ask(tacheId, locale);
      if (found) setProgress(found.progression);
      // Somebody else's run is not ours to follow: the page itself tells when it has ended.
      if (!found || !["en_attente", "en_cours"].includes(found.etat)) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [tacheId, locale, router]);
  return (
    <Card className="mb-6 flex flex-col gap-3">
      <p className="flex justify-between gap-4 font-medium" role="status">
        <span>{running}</span>
        <bdi className="tabular-nums">{progress} %</bdi>
      </p>
      <ProgressBar value={progress} label={label} />
    </Card>
  );
}

async function ask(id: number, locale: string): Promise<{ etat: string; progression: number } | undefined> {
  try {
    const answer = await fetch(`/api/services_personne/taches/${id}/`, {
      headers: { accept: "application/json", "accept-language": locale },
    });
    return answer.ok ? ((await answer.json()) as { etat: string; progression: number }) : undefined;
  } catch {
    return undefined;
  }
}
