import fc from "fast-check";
import { notifications } from "@/db/schema/suivi";
import { addAccount, GOOD_PASSWORD } from "@/lib/organisation/testing-account";
import { proposal } from "@/lib/oversight/policy-matrix-case.testing";
import { keptFilter } from "@/lib/oversight/policy-matrix-cases-rights.testing";
import { serie, weekly } from "@/lib/oversight/policy-matrix-series.testing";
import {
  booking,
  draft,
  issued,
  type MatrixWorld,
  paid,
  programmation,
  quote,
  quoteDraft,
  rapport,
  review,
  visit,
  work,
} from "@/lib/oversight/policy-matrix-world.testing";
import {
  calendar,
  dead,
  delivery,
  device,
  type Maker,
  newKey,
  on,
  own,
  posts,
  webhook,
} from "../posts.testing";
import { accountRequests } from "../posts-accounts.testing";
import { rightsReadings } from "../posts-rights.testing";
import type { Endpoint } from "./document.testing";
import type { Caller, Sent } from "./requests.testing";
import { hostile } from "./values.testing";

const aimed = (
  key: "clientId" | "intervenantId" | "agenceId" | "utilisateurId",
  body = {},
  name = "id",
): Maker => ({
  make: (world) => ({ path: { [name]: own(world)[key] }, body }),
});
const given = (path: Record<string, string | number>, body: Record<string, unknown> = {}): Maker => ({
  make: () => ({ path, body }),
});
const history: Maker = {
  make: (world) => ({ body: { objet: "client", objet_id: String(own(world).clientId) } }),
};
async function notice(world: MatrixWorld): Promise<{ id: number }> {
  const values = { utilisateurId: world.actors.admin.id ?? 0, type: "facture.emise" };
  const [row] = await world.db.insert(notifications).values(values).returning();
  return { id: row?.id ?? 0 };
}

/** What the other methods take where an object or a parameter is needed; what takes nothing is not here. */
const others: Record<string, Maker> = {
  "token.create": {
    who: "guest",
    make: async (world) => {
      const { email } = await addAccount(world.db);
      return { body: { email, password: GOOD_PASSWORD } };
    },
  },
  "notification.updateAll": given({}, { lue: true }),
  "notification.update": on(notice, { lue: true }),
  "push.unsubscribe": on(device),
  "echec.abandonner": on(dead),
  "tache.read": on(work),
  "client.read": aimed("clientId"),
  "client.update": aimed("clientId", { telephone: "0139980000" }),
  "agence.read": aimed("agenceId"),
  "intervenant.compteur.list": aimed("intervenantId", {}, "intervenant_id"),
  "regle.list": aimed("agenceId", {}, "agence_id"),
  "regle.choose": aimed("agenceId", { convention: "idcc_3127" }, "agence_id"),
  "agence.update": aimed("agenceId", { commune: "Paris" }),
  "utilisateur.read": aimed("utilisateurId"),
  "utilisateur.update": aimed("utilisateurId", { langue: "en" }),
  "facture.preview": given({}, { periode: "2026-02" }),
  "facture.read": on(issued),
  "facture.delete": on(draft),
  "paiement.list": on(issued),
  "attestation.list": given({}, { annee: 2025 }),
  "attestation.read": {
    make: async (world) => ({
      path: { annee: 2025, client_id: (await paid(world, own(world))).clientId },
      body: {},
    }),
  },
  "audit.read": given({ id: 1 }),
  "filtre.update": on(keptFilter, { nom: "Autre" }),
  "filtre.delete": on(keptFilter),
  "audit.readHistory": history,
  "audit.verifyHistory": history,
  "activite.read": { make: (world) => ({ path: { id: world.code }, body: {} }) },
  "activite.update": { make: (world) => ({ path: { id: world.activiteId }, body: { famille: "maison" } }) },
  "devis.read": on(quote),
  "devis.delete": on(quoteDraft),
  "prestation.read": on((world, who) => visit(world, who)),
  "prestation.update": on((world, who) => visit(world, who), { instructions: "Sonner deux fois" }),
  "pointage.list": on((world, who) => visit(world, who)),
  "creneau.list": {
    make: (world) => ({
      body: {
        client_id: own(world).clientId,
        type: world.code,
        duree: 1,
        du: "2030-03-12",
        au: "2030-03-13",
      },
    }),
  },
  "reservation.read": on(booking),
  "serie.read": on(serie),
  "serie.update": on(serie, { instructions: "Sonner deux fois" }),
  "serie.preview": { make: (world) => ({ body: { ...weekly, client_id: own(world).clientId } }) },
  "parametre.read": given({ cle: "alerte.retard" }),
  "parametre.update": given({ cle: "alerte.retard" }, { valeur: 15 }),
  "abonnement.revoke": on(calendar, {}, "intervenant"),
  "flux.read": {
    who: "guest",
    make: async (world) => {
      const { adresse } = await calendar(world);
      return { path: { fichier: adresse.split("/").at(-1) ?? "" }, body: {} };
    },
  },
  "programmation.delete": on(programmation),
  "rapport.read": on(rapport),
  "intervenant.read": aimed("intervenantId"),
  "intervenant.update": aimed("intervenantId", { secteur: "Nord" }),
  "disponibilite.list": aimed("intervenantId", {}, "intervenant_id"),
  "disponibilite.replace": aimed(
    "intervenantId",
    { disponibilites: [{ jour: 1, heure_debut: "08:00", heure_fin: "18:00" }] },
    "intervenant_id",
  ),
  "avis.read": on(review),
  "avis.update": on(review, { note: 4 }, "client"),
  "recommandation.read": on(proposal),
  "import.model": given({ type: "client" }),
  "openData.readPublication": aimed("agenceId"),
  "openData.updatePublication": aimed("agenceId", { publie: true }),
  "openData.readJeu": given({ jeu: "prestations-mensuelles" }),
  "openData.readJeuCsv": given({ jeu: "prestations-mensuelles" }),
  "webhook.read": on(webhook),
  "webhook.update": on(webhook, { nom: "Autre" }),
  "webhook.delete": on(webhook),
  "livraison.list": { make: async (world) => ({ ...(await delivery(world)), body: {} }) },
  ...rightsReadings,
  ...accountRequests,
  "publication.preview": {
    make: (world) => ({ body: { agence_id: own(world).agenceId, semaine: "2033-W10" } }),
  },
  "cle.revoke": on(newKey),
};

type Granted = Omit<Sent, "body" | "url"> & { address: string; fields: Record<string, unknown> };
let serial = 0;

/** A request that the endpoint grants, with objects made for it alone. */
export async function granted({ verb, path, described }: Endpoint, world: MatrixWorld): Promise<Granted> {
  const { operationId } = described;
  const maker = posts[operationId] ?? others[operationId];
  const post = (await maker?.make(world, ++serial)) ?? { body: {} };
  return {
    caller: (maker?.who ?? "admin") as Caller,
    method: verb.toUpperCase(),
    address: path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(post.path?.[name] ?? 1)),
    headers: { accept: Object.keys(successOf(described.responses)?.content ?? {})[0] ?? "*/*" },
    fields: post.body,
  };
}

const successOf = (responses: Endpoint["described"]["responses"]) =>
  Object.entries(responses).find(([status]) => status < "300")?.[1];

/** The request as it goes out: fields in the query of a reading or a deletion, in the body of anything else. */
export function sentAs({ address, fields, ...rest }: Granted): Sent {
  const inQuery = rest.method === "GET" || rest.method === "DELETE";
  const query = new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
  return {
    ...rest,
    url: `http://dihya.test${address}${inQuery && query.size > 0 ? `?${query}` : ""}`,
    headers: inQuery ? rest.headers : { ...rest.headers, "content-type": "application/json" },
    body: inQuery ? undefined : JSON.stringify(fields),
  };
}

/** The same request with one thing changed: a field missing, hostile or too many, another caller, another form. */
export function nearOf(one: Granted, callers: readonly Caller[]): fc.Arbitrary<Sent> {
  const names = Object.keys(one.fields);
  const changed = (fields: Granted["fields"]) => ({ ...one, fields });
  const without = (name: string) =>
    changed(Object.fromEntries(Object.entries(one.fields).filter(([key]) => key !== name)));
  return fc
    .oneof(
      fc.constant(one),
      fc.constantFrom(...callers).map((caller) => ({ ...one, caller })),
      fc.constantFrom("fr", "en", "ar", "kab").map((language) => ({
        ...one,
        headers: { ...one.headers, "accept-language": language },
      })),
      fc
        .tuple(fc.string({ maxLength: 12 }), hostile)
        .map(([name, value]) => changed({ ...one.fields, [name === "__proto__" ? "proto" : name]: value })),
      ...(names.length > 0
        ? [
            fc.constantFrom(...names).map(without),
            fc
              .tuple(fc.constantFrom(...names), hostile)
              .map(([name, value]) => changed({ ...one.fields, [name]: value })),
          ]
        : []),
    )
    .map((request) => sentAs(request as Granted));
}
