import type { Queryable } from "@/db/client";
import { accountById } from "@/lib/foundation/actor";
import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { withOffset } from "@/lib/foundation/zoned";
import { type Delai, delais, delaisOf, missing } from "./incident";
import { type EtapeRow, homeZone, type IncidentFile } from "./incident-store";
import type { EtapeShape, Incident, IncidentDetail } from "./schemas";
import { isWords, openWords } from "./words";

const HOUR_MS = 3_600_000;

/** An incident with its clocks as they stand now; no word of it. */
export function presentIncident(
  { incident: row, etapes }: IncidentFile,
  ctx: Context,
  zone: string,
): Incident {
  const clocks = delaisOf(row, etapes, ctx.now);
  const next = missing(clocks).sort((a, b) => a.echeance.getTime() - b.echeance.getTime())[0];
  const at = (instant: Date | null) => instant && withOffset(instant, zone);
  return {
    id: row.id,
    statut: row.statut,
    type: row.type,
    gravite: row.gravite,
    risque: row.risque,
    nis2: row.nis2,
    constate_le: withOffset(row.constateLe, zone),
    debut_le: at(row.debutLe),
    personnes: row.personnes,
    donnees: row.donnees,
    personnes_nombre: row.personnesNombre,
    enregistrements_nombre: row.enregistrementsNombre,
    prochaine_echeance: next ? withOffset(next.echeance, zone) : null,
    delais: clocks.map((clock) => presentDelai(clock, ctx.now, zone)),
    clos_le: at(row.closLe),
    fuseau: zone,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}

function presentDelai({ nom, echeance, faitLe, etat }: Delai, now: Date, zone: string) {
  const runs = etat === "a_faire" || etat === "bientot" || etat === "depasse";
  return {
    nom,
    echeance: withOffset(echeance, zone),
    fait_le: faitLe && withOffset(faitLe, zone),
    etat,
    heures_restantes: runs ? Math.floor((echeance.getTime() - now.getTime()) / HOUR_MS) : null,
    reference: delais[nom],
  };
}

/** The whole file. An auditeur follows clocks, steps and numbers, under pseudonyms and without a word. */
export async function presentFile(db: Queryable, file: IncidentFile, ctx: Context): Promise<IncidentDetail> {
  const hidden = ctx.actor.role === "auditeur";
  const words = (sealed: string) => (hidden ? "" : openWords(sealed));
  const [zone, names] = await Promise.all([homeZone(db), namesOf(ctx, file.etapes, hidden)]);
  const { incident } = file;
  return {
    ...presentIncident(file, ctx, zone),
    description: words(incident.description),
    consequences: words(incident.consequences),
    mesures: words(incident.mesures),
    etapes: file.etapes.map(
      (etape): EtapeShape => ({
        id: etape.id,
        type: etape.type,
        fait_le: withOffset(etape.faitLe, zone),
        ecrit_le: withOffset(etape.creeLe, zone),
        par: etape.par === null ? "" : (names.get(etape.par) ?? ""),
        texte: words(etape.texte),
        avant: beforeOf(etape, words),
      }),
    ),
  };
}

function beforeOf({ avant }: EtapeRow, words: (sealed: string) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(avant ?? {}).map(([field, value]) => [
      field,
      isWords(field) ? words(String(value)) : value,
    ]),
  );
}

/** Names of those who wrote the steps; a closed account, and everyone to an auditeur, is a pseudonym. */
async function namesOf(ctx: Context, etapes: readonly EtapeRow[], hidden: boolean) {
  const ids = [...new Set(etapes.flatMap(({ par }) => (par === null ? [] : [par])))];
  const pairs = await Promise.all(
    ids.map(async (id) => {
      const account = hidden ? null : await accountById(ctx.db, id);
      return [id, account?.nom || pseudonym("utilisateur", id)] as const;
    }),
  );
  return new Map(pairs);
}
