import { and, asc, eq, gt, gte, inArray, lt, lte, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "@/db/client";
import { adresses } from "@/db/schema/clients";
import { contratAvenants, contrats } from "@/db/schema/contrats";
import { absences, intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { pointages, prestations } from "@/db/schema/prestations";
import { opened, toOpen } from "@/db/vault/open";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

/** People asked about and their agency's clock; `MOST` at most. */
export const MOST = 300;

export function selectPersonnes(
  db: Queryable,
  scope: Scope,
  asked: { agence_id?: number; intervenant_id?: number },
) {
  const own = { agence: intervenants.agenceId, intervenant: intervenants.id };
  return opened(
    db,
    db
      .select({
        id: intervenants.id,
        agenceId: intervenants.agenceId,
        prenom: toOpen(intervenants.prenom),
        nom: toOpen(intervenants.nom),
        minutes: intervenants.contratMinutesSemaine,
        convention: agences.convention,
        fuseau: agences.fuseau,
      })
      .from(intervenants)
      .innerJoin(agences, eq(agences.id, intervenants.agenceId))
      .where(
        and(
          within(scope, own),
          asked.agence_id ? eq(intervenants.agenceId, asked.agence_id) : undefined,
          asked.intervenant_id ? eq(intervenants.id, asked.intervenant_id) : eq(intervenants.actif, true),
        ),
      )
      .orderBy(asc(intervenants.id))
      .limit(MOST),
  );
}

type Asked = { ids: readonly number[]; debut: Date; fin: Date };

/** Visits of people that begin in [debut, fin), with what was clocked and validated. */
export async function selectComptees(db: Queryable, { ids, debut, fin }: Asked) {
  const [arrivee, depart] = [alias(pointages, "arrivee"), alias(pointages, "depart")];
  const clocked = sql<
    number | null
  >`round(extract(epoch from ${depart.horodatage} - ${arrivee.horodatage}) / 60)`;
  return db
    .select({
      id: prestations.id,
      intervenantId: prestations.intervenantId,
      adresseId: prestations.adresseId,
      debut: prestations.debut,
      fin: prestations.fin,
      statut: prestations.statut,
      validee: prestations.dureeFactureeMin,
      pointee: clocked.mapWith((value) => (value === null ? null : Number(value))),
    })
    .from(prestations)
    .leftJoin(arrivee, and(eq(arrivee.prestationId, prestations.id), eq(arrivee.type, "arrivee")))
    .leftJoin(depart, and(eq(depart.prestationId, prestations.id), eq(depart.type, "depart")))
    .where(
      and(
        inArray(prestations.intervenantId, [...ids]),
        ne(prestations.statut, "annulee"),
        gte(prestations.debut, debut),
        lt(prestations.debut, fin),
      ),
    )
    .orderBy(asc(prestations.debut));
}

/** Where addresses are, each once however many visits go there. */
export async function selectLieux(db: Queryable, ids: readonly number[]) {
  const rows = await opened(
    db,
    db
      .select({
        id: adresses.id,
        latitude: toOpen(adresses.latitude),
        longitude: toOpen(adresses.longitude),
      })
      .from(adresses)
      .where(inArray(adresses.id, [...ids])),
  );
  return new Map(rows.map(({ id, ...lieu }) => [id, lieu]));
}

/** Terms of people's contracts that touch some days, and approved absences that do. */
export async function selectTenus(
  db: Queryable,
  { ids, debut, fin, du, au }: Asked & { du: string; au: string },
) {
  const { numero, convention, mode, minutesSemaine, minutesAnnee } = contratAvenants;
  const [termes, away] = await Promise.all([
    db
      .select({
        intervenantId: contrats.intervenantId,
        contratDebut: contrats.debut,
        contratFin: contrats.fin,
        du: contratAvenants.du,
        au: contratAvenants.au,
        ...{ numero, convention, mode, minutesSemaine, minutesAnnee },
      })
      .from(contrats)
      .innerJoin(contratAvenants, eq(contratAvenants.contratId, contrats.id))
      .where(
        and(
          inArray(contrats.intervenantId, [...ids]),
          lte(contrats.debut, au),
          sql`coalesce(${contrats.fin}, 'infinity'::date) >= ${du}::date`,
        ),
      ),
    db
      .select({ intervenantId: absences.intervenantId, debut: absences.debut, fin: absences.fin })
      .from(absences)
      .where(
        and(
          inArray(absences.intervenantId, [...ids]),
          eq(absences.statut, "approuvee"),
          lt(absences.debut, fin),
          gt(absences.fin, debut),
        ),
      ),
  ]);
  return { termes, away };
}
