import { createECDH, randomBytes } from "node:crypto";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { deadLetterOf } from "@/db/queues";
import { webhookLivraisons } from "@/db/schema/interop";
import { abonnementsAgenda } from "@/db/schema/plannings";
import { addActivite, addClient } from "@/db/testing-data";
import { createDevis } from "@/lib/factures/create-devis";
import { sendDevis } from "@/lib/factures/send-devis";
import type { ActorRole } from "@/lib/foundation/context";
import { enqueue } from "@/lib/foundation/jobs";
import { contextFor } from "@/lib/foundation/testing";
import { createCle } from "@/lib/interop/create-cle";
import { createWebhook } from "@/lib/interop/create-webhook";
import { enablePlugin } from "@/lib/interop/enable-plugin";
import { stopPlugin } from "@/lib/interop/plugins/pool";
import { subscribePush } from "@/lib/notifications/subscribe-push";
import { proposal, wanted } from "@/lib/oversight/policy-matrix-case.testing";
import { search, serie, weekly } from "@/lib/oversight/policy-matrix-series.testing";
import {
  absence,
  bookingAt,
  draft,
  issued,
  type MatrixWorld,
  type Objects,
  review,
  visit,
  work,
} from "@/lib/oversight/policy-matrix-world.testing";
import { createAbonnement } from "@/lib/plannings/create-abonnement";
import { rightsPosts } from "./posts-rights.testing";
import { travailPosts } from "./posts-travail.testing";

/** What a POST takes: values for the braces of its path, and its body. */
export type Post = { path?: Record<string, string | number>; body: Record<string, unknown> };
/** A request that has never been sent before and that its endpoint grants; every call makes another. */
export type Maker = { who?: ActorRole; make: (world: MatrixWorld, n: number) => Promise<Post> | Post };

const fresh = (make: (n: number, world: MatrixWorld) => Record<string, unknown>): Maker => ({
  make: (world, n) => ({ body: make(n, world) }),
});
export const on = (
  make: (world: MatrixWorld, who: Objects, role: ActorRole) => Promise<{ id: number | string }>,
  body: Record<string, unknown> = {},
  who: ActorRole = "admin",
): Maker => ({
  who,
  make: async (world) => ({ path: { id: (await make(world, world.objects.own, who)).id }, body }),
});

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** An hour of its own, far enough ahead that nobody is busy. */
const moment = (n: number) => new Date(Date.UTC(2031, 0, 6, 9) + n * DAY_MS).toISOString().slice(0, 19);
const day = (n: number) => moment(n).slice(0, 10);
const weekAhead = (n: number) => `2032-W${String((n % 50) + 1).padStart(2, "0")}`;
const identity = (n: number) => ({ nom: `Essai ${n}`, prenom: "Ana" });
const words = { fr: "Essai", en: "Trial", ar: "تجربة", tzm: "Aɛraḍ" };
export const admin = (world: MatrixWorld) => contextFor(world.db, world.actors.admin, { now: new Date() });
const contenu = (n: number) => btoa(`nom;prenom\nEssai ${n};Ana`);
export const own = (world: MatrixWorld) => world.objects.own;
let serial = 0;
/** The API's clock is the real one: what waits for an answer has not run out. */
const ahead = () => new Date(Date.UTC(2035, 0, 1) + ++serial * 3 * HOUR_MS);

/** A visit that no invoice has, of a client who has no other. */
async function unbilled(world: MatrixWorld): Promise<number> {
  const { client, adresse } = await addClient(world.db, own(world).agenceId);
  const who = { ...own(world), clientId: client.id, adresseId: adresse.id };
  await visit(world, who, {
    statut: "validee",
    intervenantId: null,
    debut: new Date("2026-02-10T09:00:00Z"),
  });
  return client.id;
}

/** A quote of today: those of the matrix have run out by the API's clock. */
const quoteDraft = (world: MatrixWorld, who: Objects) =>
  createDevis(admin(world), { client_id: who.clientId, lignes: [{ type: world.code, duree: 2 }] });
const quote = async (world: MatrixWorld, who: Objects) =>
  sendDevis(admin(world), { id: (await quoteDraft(world, who)).id });
const waiting = (world: MatrixWorld, who: Objects) => bookingAt(world, who, ahead());
const validated = (world: MatrixWorld, who: Objects) => visit(world, who, { statut: "validee" });

function pushDevice(n: number) {
  const browser = createECDH("prime256v1");
  const cles = {
    p256dh: browser.generateKeys("base64url", "uncompressed"),
    auth: randomBytes(16).toString("base64url"),
  };
  return { adresse: `https://93.184.216.34/push/${n}`, cles };
}

/** Nobody has more than five calendars: those of before make room. */
const withoutCalendars = (world: MatrixWorld) =>
  world.db.update(abonnementsAgenda).set({ revoqueLe: new Date() });
export async function calendar(world: MatrixWorld) {
  await withoutCalendars(world);
  return createAbonnement(contextFor(world.db, world.actors.intervenant), { nom: "Essai" });
}

/** A browser of the admin's that is sent notices. */
export const device = (world: MatrixWorld) => subscribePush(admin(world), pushDevice(1_000_000 + ++serial));
export const newKey = (world: MatrixWorld) =>
  createCle(admin(world), { nom: "Essai", portees: ["client:read"] });

/** A job that used up its tries. */
export async function dead(world: MatrixWorld): Promise<{ id: string }> {
  const queue = deadLetterOf("facture.render");
  await world.db.transaction((tx) => enqueue(tx, queue as never, { facture_id: 1 } as never));
  const rows = await world.db.execute<{ id: string }>(
    sql`select id from pgboss.job where name = ${queue} and state = 'created' order by created_on desc limit 1`,
  );
  return { id: rows[0]?.id ?? "" };
}

export async function webhook(world: MatrixWorld) {
  const given = { nom: "CRM", url: "https://93.184.216.34/hook", evenements: ["facture.emise"] };
  return createWebhook(admin(world), given);
}

export async function delivery(world: MatrixWorld) {
  const { id } = await webhook(world);
  const [row] = await world.db
    .insert(webhookLivraisons)
    .values({
      webhookId: id,
      evenementId: crypto.randomUUID(),
      type: "facture.emise",
      objetType: "facture",
      objetId: 1,
      survenuLe: new Date(),
      prochaineLe: new Date(),
      creeLe: new Date(),
    })
    .returning();
  return { path: { id }, body: { livraison_id: row?.id } };
}

const examples = ["indemnites", "priorites"] as const;

/** One of the plugins of the documents, enabled. */
async function plugin(world: MatrixWorld, n: number): Promise<string> {
  process.env.DIHYA_PLUGINS = join(import.meta.dirname, "../../../docs/plugins");
  const nom = examples[n % 2] ?? "indemnites";
  await enablePlugin(admin(world), { nom });
  return nom;
}

/** Ends the programs that `posts` has started. */
export function stopPlugins(): void {
  for (const nom of examples) stopPlugin(nom);
}

/** By the name of the endpoint in the document. A POST that is not here has its reason in the tests that use this. */
export const posts: Record<string, Maker> = {
  "client.create": fresh((n, world) => ({ ...identity(n), agence_id: own(world).agenceId })),
  "intervenant.create": fresh((n, world) => ({ ...identity(n), agence_id: own(world).agenceId })),
  "utilisateur.create": fresh((n) => ({
    ...identity(n),
    email: `nouveau${n}@example.test`,
    role: "auditeur",
  })),
  "agence.create": fresh((n) => ({
    code: `essai${n}`,
    nom: "Essai",
    voie: "1 rue",
    code_postal: "75001",
    commune: "Paris",
    serie_facture: `Z${n}`,
  })),
  "activite.create": fresh((n) => ({
    code: `essai-${n}`,
    famille: "maison",
    regime: "declaration",
    libelles: words,
  })),
  "tarif.create": {
    make: async (world) => {
      const { id } = await addActivite(world.db, world.objects.otherAgency.agenceId);
      return {
        body: {
          agence_id: own(world).agenceId,
          activite_id: id,
          prix_horaire_ttc: "30.00",
          taux_tva: "10.00",
          du: "2035-01-01",
        },
      };
    },
  },
  "cle.create": fresh((n) => ({ nom: `Essai ${n}`, portees: ["client:read"] })),
  "webhook.create": fresh((n) => ({
    nom: `Essai ${n}`,
    url: "https://93.184.216.34/hook",
    evenements: ["facture.emise"],
  })),
  "webhook.rotate": on(webhook),
  "webhook.test": on(webhook),
  "livraison.replay": { make: delivery },
  "facture.prepare": {
    make: async (world) => ({ body: { client_id: await unbilled(world), periode: "2026-02" } }),
  },
  "facture.issue": on(draft),
  "avoir.create": on(issued, { motif: "essai" }),
  "paiement.create": on(issued, { montant: "1.00", mode: "carte" }),
  "serie.create": fresh((n, world) => ({
    ...weekly,
    client_id: own(world).clientId,
    type: world.code,
    premier_jour: day(n),
  })),
  "publication.create": fresh((n, world) => ({ agence_id: own(world).agenceId, semaine: weekAhead(n) })),
  "optimisation.create": fresh((n, world) => ({ agence_id: own(world).agenceId, semaine: weekAhead(n) })),
  "optimisation.apply": on(search),
  "serie.stop": on(serie, { motif: "essai" }),
  "devis.create": fresh((n, world) => ({
    client_id: own(world).clientId,
    lignes: [{ type: world.code, duree: 1 + (n % 10) }],
  })),
  "devis.preview": fresh((_n, world) => ({
    client_id: own(world).clientId,
    lignes: [{ type: world.code, duree: 2 }],
  })),
  "devis.simulate": fresh((_n, world) => ({ type: world.code, agence_id: own(world).agenceId, duree: 2 })),
  "devis.send": on(quoteDraft),
  "devis.accept": on(quote),
  "devis.refuse": on(quote),
  "prestation.create": fresh((n, world) => ({ ...wanted(world, own(world).clientId), date: moment(n) })),
  "prestation.cancel": on((world, who) => visit(world, who), { motif: "essai" }),
  "prestation.move": {
    make: async (world, n) => ({
      path: { id: (await visit(world, own(world))).id },
      body: { date: moment(n), duree: 1 },
    }),
  },
  "prestation.validate": on((world, who) => visit(world, who, { statut: "realisee" })),
  "prestation.note": on((world, who) => visit(world, who), { note_intervenant: "fait" }, "intervenant"),
  "pointage.create": on((world, who) => visit(world, who, { statut: "confirmee" }), { type: "arrivee" }),
  "reservation.create": fresh((n, world) => ({ ...wanted(world, own(world).clientId), date: moment(n) })),
  "reservation.accept": on(waiting),
  "reservation.refuse": on(waiting, { motif: "essai" }),
  "reservation.cancel": on(waiting),
  "abonnement.create": {
    who: "intervenant",
    make: async (world, n) => {
      await withoutCalendars(world);
      return { body: { nom: `Essai ${n}` } };
    },
  },
  "abonnement.renew": on(calendar, {}, "intervenant"),
  "rapport.request": fresh((n) => ({ type: "creances", au: day(-3000 - n) })),
  "programmation.create": fresh((n, world) => ({
    type: ["qualite", "activite"][n % 2],
    frequence: "mensuelle",
    agence_id: own(world).agenceId,
  })),
  "absence.create": fresh((n, world) => ({
    intervenant_id: own(world).intervenantId,
    debut: day(1000 + n),
    fin: day(1000 + n),
    type: "conge",
  })),
  "intervenant.absence.create": {
    make: (world, n) => ({
      path: { intervenant_id: own(world).intervenantId },
      body: { debut: day(2000 + n), fin: day(2000 + n), type: "conge" },
    }),
  },
  "absence.decide": on(absence, { decision: "refusee" }),
  "avis.create": {
    who: "client",
    make: async (world) => ({ body: { prestation_id: (await validated(world, own(world))).id, note: 4 } }),
  },
  "avis.moderate": on(review, { decision: "publie" }),
  "avis.answer": on(review, { reponse: "Merci" }),
  "recommandation.create": fresh((n, world) => ({ ...wanted(world, own(world).clientId), date: moment(n) })),
  "recommandation.decide": on(proposal, { intervenant_id: null }),
  "import.create": fresh((n) => ({ type: "client", contenu: contenu(n), essai: true })),
  "import.preview": fresh((n) => ({ type: "client", contenu: contenu(n) })),
  "tache.cancel": on(work),
  "echec.rejouer": on(dead),
  "echec.rejouerFile": {
    make: (world) => dead(world).then(() => ({ path: { file: "facture.render" }, body: {} })),
  },
  "plugin.enable": { make: async (world, n) => ({ path: { nom: await plugin(world, n) }, body: {} }) },
  "plugin.disable": { make: async (world, n) => ({ path: { nom: await plugin(world, n) }, body: {} }) },
  "plugin.call": {
    make: async (world, n) => ({
      path: { nom: await plugin(world, 0), methode: "calculer" },
      body: { params: { etapes_km: [n], centimes_par_km: 53 } },
    }),
  },
  ...rightsPosts,
  ...travailPosts,
  "push.subscribe": fresh((n) => pushDevice(n)),
  "push.test": on(device),
};
