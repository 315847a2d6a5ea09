import { parseDate } from "@internationalized/date";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { civilDay, daySpan, isoWeek, mondayOf } from "@/lib/foundation/zoned";
import { translator } from "@/lib/i18n/translate";
import type { CodeRegle } from "@/lib/organisation/conventions/regle";
import { findAgence } from "@/lib/organisation/find-agence";
import { prestationsBetween } from "@/lib/prestations/find-prestations";
import { journees } from "@/lib/prestations/journee";
import type { Prestation } from "@/lib/prestations/schemas";
import { constatsOf } from "@/lib/prestations/travail/load-travail";
import { constatWords } from "@/lib/prestations/travail/words";
import { type CodeConflit, type Conflit, conflitsOf, type Visite } from "./conflits";
import { type ConflitLu, type Conflits, conflitsRead } from "./schemas";
import { selectPersonnes } from "./store";

/**
 * What stands against the visits of an agency's week: absences, missing skills, hours, travel, rest, legal maxima, two
 * visits at once at one client's, visits for nobody. A bounded number of statements whatever their number. Throws
 * `notFound`, or `validation` on a week that does not exist.
 */
export const listConflits = query({
  name: "conflit.list",
  input: conflitsRead,
  run: async ({ db, input, ctx, scope }): Promise<Conflits> => {
    const agence = await findAgence(db, scope, input.agence_id);
    if (!agence) throw new Refused("notFound");
    const semaine = input.semaine ?? isoWeek(civilDay(ctx.now, agence.fuseau));
    const du = mondayOf(semaine);
    if (!du) throw new Refused("validation", { errors: [{ pointer: "/semaine", code: "invalidDate" }] });
    // A day more on either side: the rest before Monday's first visit and after Sunday's last.
    const around = daySpan(parseDate(du).subtract({ days: 1 }).toString(), 9, agence.fuseau);
    const span = { debut: around.start, fin: around.end };
    const visits = await prestationsBetween(db, ctx, span, { agenceId: agence.id });
    const who = new Set(visits.flatMap(({ intervenant_id }) => intervenant_id ?? []));
    const ids = [...who].sort((a, b) => a - b);
    const au = parseDate(du).add({ days: 6 }).toString();
    const [gens, constats] = await Promise.all([
      selectPersonnes(db, ids, span),
      constatsOf(db, agence.id, { ids, du, au }),
    ]);
    const found = conflitsOf({
      jours: journees(du, 7, agence.fuseau),
      zone: agence.fuseau,
      visites: visits.map(visiteOf),
      gens,
      constats,
    });
    const byId = new Map(visits.map((visit) => [visit.id, visit]));
    return {
      semaine,
      du,
      au,
      agence_id: agence.id,
      fuseau: agence.fuseau,
      results: found.map((conflit) => present(conflit, byId, ctx)),
    };
  },
  reads: ({ agence_id, semaine }) => ({
    type: "agence",
    id: agence_id,
    agenceId: agence_id,
    data: { semaine },
  }),
});

type PlainCode = Exclude<CodeConflit, CodeRegle>;

const visiteOf = (visit: Prestation): Visite => ({
  id: visit.id,
  debut: Date.parse(visit.date),
  fin: Date.parse(visit.fin),
  intervenantId: visit.intervenant_id,
  clientId: visit.client_id,
  adresseId: visit.adresse_id,
  codePostal: visit.adresse?.code_postal ?? "",
  type: visit.type,
  latitude: visit.adresse?.latitude ?? null,
  longitude: visit.adresse?.longitude ?? null,
  derogee: visit.derogation !== "",
});

function present(conflit: Conflit, byId: ReadonlyMap<number, Prestation>, { locale }: Context): ConflitLu {
  const { code, gravite, visites, mesure, constat } = conflit;
  const visits = visites.flatMap((id) => byId.get(id) ?? []);
  const intervenant =
    visits.find(({ intervenant_id }) => intervenant_id === conflit.intervenantId)?.intervenant ?? null;
  const t = translator(locale, "conflits");
  return {
    code,
    gravite,
    phrase: constat
      ? t("phrases.work", { name: intervenant?.prenom ?? "", what: constatWords(locale, constat) })
      : t(`phrases.${code as PlainCode}`, { name: intervenant?.prenom ?? "", minutes: mesure ?? 0 }),
    constat: constat
      ? {
          mesure: constat.mesure,
          limite: constat.limite,
          unite: constat.unite,
          article: constat.article,
          derogation_possible: constat.derogeable,
        }
      : null,
    intervenant: intervenant && { id: intervenant.id, prenom: intervenant.prenom, nom: intervenant.nom },
    visites: visits.map(({ id, date, fin, client }) => ({
      id,
      date,
      fin,
      client: { id: client.id, nom: client.nom },
    })),
  };
}
