import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SerieState } from "@/components/series/serie-state";
import { ChoiceList } from "@/components/ui/choice-list";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeader } from "@/components/ui/section-header";
import type { ClientFile } from "@/lib/clients/schemas";
import { load } from "@/lib/delivery/page";
import { listSeries } from "@/lib/plannings/series/list-series";

/** What comes back at this client's; nothing but the way to make one when there is none. */
export async function ClientSeries({ client }: { client: ClientFile }) {
  const [t, tSeries, page] = await Promise.all([
    getTranslations("series.part"),
    getTranslations("series"),
    load(listSeries, { client_id: client.id, statut: "active", limit: 10 }),
  ]);
  if (page.results.length === 0 && !client.actif) return null;
  return (
    <section aria-labelledby="series">
      <SectionHeader
        id="series"
        title={t("title")}
        actions={
          client.actif ? (
            <LinkButton
              size="sm"
              href={`/gestion/series/nouvelle?client_id=${client.id}`}
              icon={<Plus aria-hidden />}
            >
              {t("new")}
            </LinkButton>
          ) : null
        }
      />
      {page.results.length === 0 ? null : (
        <ChoiceList
          label={t("title")}
          items={page.results.map((serie) => ({
            key: serie.id,
            href: `/gestion/series/${serie.id}`,
            title: serie.en_clair,
            description: serie.intervenant
              ? t("with", { service: serie.libelle, name: serie.intervenant.prenom })
              : serie.libelle,
            trailing: <SerieState statut={serie.statut} label={tSeries(`statut.${serie.statut}`)} />,
          }))}
        />
      )}
    </section>
  );
}
