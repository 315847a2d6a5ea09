import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { formatDate } from "@/lib/i18n/format";
import { nameActivites, nameAgences, nameClients, nameIntervenants } from "./labels-store";
import type { Contenu, Groupement } from "./rapport";

export type GroupNames = {
  group: (cle: string) => string;
  client: (id: number) => string;
  intervenant: (id: number) => string;
};

/**
 * The words of a report's groups as this caller may read them, in their language: an auditeur reads pseudonyms, and a
 * client erased since reads as erased.
 */
export async function nameGroups(
  db: Queryable,
  ctx: Pick<Context, "actor" | "locale">,
  grouperPar: Groupement,
  contenu: Contenu,
): Promise<GroupNames> {
  const keys = contenu.lignes.flatMap(({ cle }) => (cle === null ? [] : [Number(cle)]));
  const of = (kind: Groupement) => (grouperPar === kind ? keys : []);
  const hidden = ctx.actor.role === "auditeur";
  const people = hidden ? [] : contenu.avis_bas;
  const [clients, intervenants, activites, agences] = await Promise.all([
    nameClients(db, hidden ? [] : unique([...of("client"), ...people.map((one) => one.client_id)])),
    nameIntervenants(
      db,
      hidden ? [] : unique([...of("intervenant"), ...people.flatMap((one) => one.intervenant_id ?? [])]),
    ),
    nameActivites(db, of("activite"), ctx.locale),
    nameAgences(db, of("agence")),
  ]);
  const client = (id: number) => (hidden ? pseudonym("client", id) : (clients.get(id) ?? `client ${id}`));
  const intervenant = (id: number) =>
    hidden ? pseudonym("intervenant", id) : (intervenants.get(id) ?? `intervenant ${id}`);
  const words: Record<Groupement, (cle: string) => string> = {
    client: (cle) => client(Number(cle)),
    intervenant: (cle) => intervenant(Number(cle)),
    activite: (cle) => activites.get(Number(cle)) ?? cle,
    agence: (cle) => agences.get(Number(cle)) ?? cle,
    mois: (cle) => formatDate(`${cle}-01`, { locale: ctx.locale, style: "monthYear" }),
  };
  return { group: words[grouperPar], client, intervenant };
}

const unique = (ids: number[]) => [...new Set(ids)];
