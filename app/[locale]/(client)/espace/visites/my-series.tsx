import { Repeat } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { load } from "@/lib/delivery/page";
import { listSeries } from "@/lib/plannings/series/list-series";

/** What comes back at the client's, in words; nothing when nothing does. */
export async function MySeries() {
  const [t, { results }] = await Promise.all([
    getTranslations("series.part"),
    load(listSeries, { statut: "active", limit: 10 }),
  ]);
  if (results.length === 0) return null;
  return (
    <Card as="section" tone="accent" className="mb-6">
      <h2 className="mb-2 flex items-center gap-2 font-semibold">
        <Repeat aria-hidden className="size-5 text-accent-text" />
        {t("mine")}
      </h2>
      <ul className="space-y-2">
        {results.map((serie) => (
          <li key={serie.id}>
            <span className="block">{serie.en_clair}</span>
            <span className="text-ink-muted">
              {serie.intervenant
                ? t("with", { service: serie.libelle, name: serie.intervenant.prenom })
                : serie.libelle}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
