import { getTranslations } from "next-intl/server";
import { SectionHeader } from "@/components/ui/section-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { load } from "@/lib/delivery/page";
import { formatDateTime } from "@/lib/i18n/format";
import type { ImportResult } from "@/lib/interop/schemas-import";
import { listTaches } from "@/lib/organisation/list-taches";
import type { Tache } from "@/lib/organisation/schemas-tache";
import type { GestionArea } from "../area";

const SHOWN = 8;

/** The latest imports: what, when, how it ended. */
export async function History({ words }: Pick<GestionArea, "words">) {
  const [t, tStates, { results }] = await Promise.all([
    getTranslations("imports"),
    getTranslations("states.tache"),
    load(listTaches, { limit: 50 }),
  ]);
  const imports = results.filter(({ type }) => type.startsWith("import.")).slice(0, SHOWN);
  return (
    <section className="mt-10">
      <SectionHeader title={t("history")} />
      {imports.length === 0 ? (
        <p className="text-ink-muted">{t("historyNone")}</p>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised">
          {imports.map((tache) => (
            <li key={tache.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <span className="min-w-0 flex-1">
                <span className="block font-medium">
                  {t(`kinds.${kindOf(tache)}`)}
                  {tache.donnees.essai ? ` (${t("trialWord")})` : ""}
                </span>
                <span className="block text-sm text-ink-muted">
                  {formatDateTime(new Date(tache.cree_le), words)} · {outcome(tache, t)}
                </span>
              </span>
              <StatusBadge statut={tache.etat} label={tStates(tache.etat)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"imports">>>;

const kindOf = ({ type }: Tache) => type.slice("import.".length) as "client" | "intervenant" | "prestation";

function outcome({ resultat, donnees }: Tache, t: Words): string {
  const found = resultat as ImportResult | null;
  if (found && found.lignes_en_erreur > 0) return t("errors", { count: found.lignes_en_erreur });
  if (found && !found.essai) return t("done", { count: found.creees });
  return t("found", { count: Number(donnees.lignes ?? 0) });
}
