import { getTranslations } from "next-intl/server";
import { visitWhen } from "@/components/prestations/visit-words";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import type { Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";

/** Visits that the absence took from the person, with who makes them now. */
export async function Replaced({ visits, words }: { visits: Prestation[]; words: Relative }) {
  const t = await getTranslations("remplacements");
  return (
    <section aria-labelledby="remplacees">
      <SectionHeader id="remplacees" title={t("replaced")} />
      <ul className="divide-y divide-line rounded-card border border-line bg-raised shadow-card">
        {visits.map((visit) => (
          <li
            key={visit.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3"
          >
            <TextLink href={`/gestion/visites/${visit.id}`} prefetch={false}>
              {visitWhen(visit, { ...words, capitalised: true })} · <bdi>{visit.client.nom}</bdi>
            </TextLink>
            <bdi className="text-ink-muted">
              {visit.intervenant
                ? t("nowWith", { name: `${visit.intervenant.prenom} ${visit.intervenant.nom}`.trim() })
                : t("nowNobody")}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
