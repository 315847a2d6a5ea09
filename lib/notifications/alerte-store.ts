import { and, desc, eq, inArray, isNull, notExists, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { factures } from "@/db/schema/factures";
import { alertes } from "@/db/schema/notifications";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { avis } from "@/db/schema/suivi";
import type { typesAlerte } from "@/db/states";
import { opened, toOpen } from "@/db/vault/open";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { CleParametre } from "@/lib/foundation/parametres";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { Parametres } from "@/lib/foundation/read-parametres";
import { LOOK_BACK_MS, REVIEW_BACK_MS, RIGHTS_DAYS } from "./alerte";

export type TypeAlerte = (typeof typesAlerte)[number];

const MOST_AT_ONCE = 500;
const HOUR_MS = 3_600_000;
const at = (now: Date, ms = 0) => sql`${new Date(now.getTime() + ms).toISOString()}::timestamptz`;
/** What decides what is wrong: the moment, and how each agency wants it. */
export type Measure = { now: Date; parametres: Parametres };

/** What is wrong now, `objet_id` and `agence_id` of each: the one description that raises alerts and closes them. */
const wrong: Record<TypeAlerte, (measure: Measure) => SQL> = {
  retard: ({ now, parametres }) => sql`select p.id as objet_id, p.agence_id from ${prestations} p
    where p.statut in ('planifiee', 'confirmee') and p.debut between ${at(now, -LOOK_BACK_MS)} and ${at(now)}
      and p.debut <= ${at(now)} - ${own(parametres, "alerte.retard", "p")} * interval '1 minute'`,
  sans_depart: ({ now, parametres }) => sql`select p.id as objet_id, p.agence_id from ${prestations} p
    where p.statut = 'en_cours' and p.fin between ${at(now, -7 * LOOK_BACK_MS)} and ${at(now)}
      and p.fin <= ${at(now)} - ${own(parametres, "alerte.sans_depart", "p")} * interval '1 minute'`,
  a_affecter: ({ now, parametres }) => sql`select p.id as objet_id, p.agence_id from ${prestations} p
    where p.statut in ('planifiee', 'confirmee') and p.intervenant_id is null
      and p.debut between ${at(now)} and ${at(now, parametres.largest("alerte.a_affecter") * HOUR_MS)}
      and p.debut <= ${at(now)} + ${own(parametres, "alerte.a_affecter", "p")} * interval '1 hour'`,
  facture_echue: ({ now, parametres }) => sql`select f.id as objet_id, f.agence_id from ${factures} f
    join ${agences} a on a.id = f.agence_id
    where f.statut in ('emise', 'partiellement_payee') and f.type = 'facture'
      and f.echeance < (${at(now)} at time zone a.fuseau)::date
      and f.echeance >= (${at(now)} at time zone a.fuseau)::date - ${own(parametres, "alerte.facture_echue", "f")}`,
  avis_bas: ({ now, parametres }) => sql`select v.id as objet_id, v.agence_id from ${avis} v
    where v.note <= ${own(parametres, "alerte.avis_bas", "v")} and v.reponse = ''
      and v.cree_le >= ${at(now, -REVIEW_BACK_MS)}`,
  droits_echeance: ({ now }) => sql`select d.id as objet_id, d.agence_id from ${demandesRgpd} d
    join ${agences} a on a.id = d.agence_id
    where d.statut in ('recue', 'en_cours', 'acceptee')
      and d.echeance <= (${at(now)} at time zone a.fuseau)::date + ${RIGHTS_DAYS}::integer`,
};

/** The setting of each row's agency. */
const own = (parametres: Parametres, cle: CleParametre, table: "p" | "f" | "v") =>
  parametres.sql(cle, sql.raw(`${table}.agence_id`));

/**
 * Raises what is not raised already; two workers at once raise each thing once. What was settled and went wrong again (a
 * visit that was moved and is late anew) is a new alert; the log keeps the former one.
 */
export async function raiseAlertes(tx: Tx, type: TypeAlerte, measure: Measure) {
  await tx.execute(sql`
    delete from ${alertes} o using (${wrong[type](measure)}) w
    where o.type = ${type}::text and o.objet_id = w.objet_id and o.resolue_le is not null`);
  const rows = await tx.execute<{ id: number; agence_id: number; objet_id: number }>(sql`
    insert into ${alertes} (agence_id, type, objet_id, cree_le)
    select w.agence_id, ${type}::text, w.objet_id, ${at(measure.now)} from (${wrong[type](measure)}) w
    where not exists (select 1 from ${alertes} o where o.type = ${type}::text and o.objet_id = w.objet_id)
    order by w.objet_id limit ${MOST_AT_ONCE}::integer
    on conflict (type, objet_id) do nothing
    returning id, agence_id, objet_id`);
  return [...rows];
}

/** Closes what is settled; returns how many there were. */
export async function settleAlertes(tx: Tx, type: TypeAlerte, measure: Measure): Promise<number> {
  const rows = await tx
    .update(alertes)
    .set({ resolueLe: measure.now })
    .where(
      and(
        eq(alertes.type, type),
        isNull(alertes.resolueLe),
        notExists(sql`(select 1 from (${wrong[type](measure)}) w where w.objet_id = ${alertes.objetId})`),
      ),
    )
    .returning({ id: alertes.id });
  return rows.length;
}

/** As if it had never been raised. */
export async function deleteAlerte(tx: Tx, type: TypeAlerte, objetId: number): Promise<void> {
  await tx.delete(alertes).where(and(eq(alertes.type, type), eq(alertes.objetId, objetId)));
}

type ListRequest = { limit: number; cursor?: string; ordering?: string; types?: readonly TypeAlerte[] };

/** Open alerts within reach, newest first, with the object of each. */
export async function listAlertes(db: Queryable, scope: Scope, request: ListRequest) {
  const visitId = sql`case when ${alertes.type} in ('retard', 'sans_depart', 'a_affecter') then ${alertes.objetId} else ${avis.prestationId} end`;
  const select = (where: SQL | undefined, orderBy: SQL[], limit: number) =>
    opened(
      db,
      db
        .select({
          id: alertes.id,
          type: alertes.type,
          agenceId: alertes.agenceId,
          creeLe: alertes.creeLe,
          fuseau: agences.fuseau,
          prestation: { id: prestations.id, debut: prestations.debut },
          facture: {
            id: factures.id,
            numero: factures.numero,
            totalTtc: factures.totalTtc,
            paye: factures.paye,
            devise: factures.devise,
          },
          note: avis.note,
          demande: { id: demandesRgpd.id, echeance: demandesRgpd.echeance },
          client: { id: clients.id, prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) },
        })
        .from(alertes)
        .innerJoin(agences, eq(agences.id, alertes.agenceId))
        .leftJoin(avis, and(eq(alertes.type, "avis_bas"), eq(avis.id, alertes.objetId)))
        .leftJoin(prestations, eq(prestations.id, visitId))
        .leftJoin(factures, and(eq(alertes.type, "facture_echue"), eq(factures.id, alertes.objetId)))
        .leftJoin(
          demandesRgpd,
          and(eq(alertes.type, "droits_echeance"), eq(demandesRgpd.id, alertes.objetId)),
        )
        .leftJoin(
          clients,
          eq(
            clients.id,
            sql`coalesce(${prestations.clientId}, ${factures.clientId}, ${demandesRgpd.clientId})`,
          ),
        )
        .where(
          and(
            within(scope, { agence: alertes.agenceId }),
            isNull(alertes.resolueLe),
            request.types && inArray(alertes.type, [...request.types]),
            where,
          ),
        )
        .orderBy(...orderBy)
        .limit(limit),
    );
  const ordering = orderingOf(request.ordering, { id: [alertes.id] } as const, "-id");
  const page: Page<AlerteRow> = await paginate<AlerteRow>(
    request,
    ordering,
    (part) => select(part.where, part.orderBy.length > 0 ? part.orderBy : [desc(alertes.id)], part.limit),
    (row) => [row.id],
  );
  return page;
}

export type AlerteRow = {
  id: number;
  type: TypeAlerte;
  agenceId: number;
  creeLe: Date;
  fuseau: string;
  prestation: { id: number; debut: Date } | null;
  facture: { id: number; numero: string | null; totalTtc: number; paye: number; devise: string } | null;
  note: number | null;
  demande: { id: number; echeance: string } | null;
  client: { id: number; prenom: string; nom: string } | null;
};
