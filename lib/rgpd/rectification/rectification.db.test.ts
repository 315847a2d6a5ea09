import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { utilisateurs } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { addClient, addUtilisateur, mailTo } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { readClient } from "@/lib/clients/read-client";
import { updateClient } from "@/lib/clients/update-client";
import { system } from "@/lib/foundation/context";
import { actor, contextFor } from "@/lib/foundation/testing";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import { createNotification } from "@/lib/notifications/create-notification";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createDemande } from "../create-demande";
import { decideDemande } from "../decide-demande";
import { listDemandes } from "../list-demandes";
import { readDemande } from "../read-demande";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});

/** A client with an account of the same name, unless said. */
async function person(account: { prenom?: string; nom?: string } = {}) {
  const named = { prenom: "Lucie", nom: "Dupond" };
  const user = await addUtilisateur(w.db, { role: "client", ...named, ...account });
  const { client } = await addClient(w.db, w.agence.id, { ...named, utilisateurId: user.id });
  const ctx = contextFor(w.db, actor("client", { id: user.id, clientId: client.id }));
  return { id: client.id, user, ctx };
}
const ask = (who: { ctx: ReturnType<typeof contextFor> }, changements: Record<string, unknown>, more = {}) =>
  createDemande(who.ctx, { type: "rectification", changements, ...more });
const accept = (id: number) => decideDemande(w.staffCtx(), { id, decision: "acceptee" });
const lines = (flux: string) =>
  w.db.select().from(audit).where(eq(audit.flux, flux)).orderBy(desc(audit.seq));

describe("asking", () => {
  test("keeps what differs from the file, sealed, beside what stands there", async () => {
    const who = await person();
    const asked = await ask(who, { prenom: "Lucie", nom: "Dupont", naissance: "1950-02-03" });
    expect(asked).toMatchObject({
      statut: "recue",
      changements: [
        { champ: "nom", avant: "Dupond", apres: "Dupont" },
        { champ: "naissance", avant: "", apres: "1950-02-03" },
      ],
    });
    const stored = await w.db.execute(sql`select changements from demandes_rgpd where id = ${asked.id}`);
    expect(stored[0]?.changements).toMatch(/^s1\./);
    const [line] = await lines(`rgpd:${asked.id}`);
    expect(line?.canon).toContain('"fields":["nom","naissance"]');
    expect(line?.canon).not.toMatch(/Dupon|1950/);
    // Nothing is written in the file before somebody decides.
    expect(await readClient(w.staffCtx(), { id: who.id })).toMatchObject({ nom: "Dupond", naissance: null });
  });

  test("holds each value to the schema of the ordinary edit", async () => {
    const who = await person();
    const refused = async (changements: Record<string, unknown>, pointer: string) =>
      expect(ask(who, changements)).rejects.toMatchObject({
        code: "validation",
        details: { errors: [{ pointer: `/changements${pointer}` }] },
      });
    await refused({ nom: "" }, "/nom");
    await refused({ email: "pas une adresse" }, "/email");
    await refused({ naissance: "1950-02-30" }, "/naissance");
    await refused({ notes: "riche" }, "/notes");
    await refused({ actif: false }, "/actif");
    await expect(
      createDemande(who.ctx, { type: "acces", changements: { nom: "Dupont" } }),
    ).rejects.toMatchObject({ details: { errors: [{ pointer: "/changements" }] } });
    // What stands there already asks for nothing; words may.
    await expect(ask(who, { nom: "Dupond" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/message", code: "required" }] },
    });
    const words = await ask(who, { nom: "Dupond" }, { message: "Mon adresse est fausse" });
    expect(words.changements).toEqual([]);
    expect(await accept(words.id)).toMatchObject({ statut: "acceptee", close_le: null });
  });

  test("an intervenant's file has no birthday and no language", async () => {
    const account = await addUtilisateur(w.db, { role: "intervenant" });
    const ctx = contextFor(w.db, actor("intervenant", { id: account.id, intervenantId: w.nadia.id }));
    await expect(ask({ ctx }, { naissance: "1980-01-01" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/changements/naissance", code: "unknownField" }] },
    });
    const { id } = await ask({ ctx }, { telephone: "06 11 22 33 44" });
    expect(await accept(id)).toMatchObject({ statut: "close" });
    expect(await readIntervenant(w.staffCtx(), { id: w.nadia.id })).toMatchObject({
      telephone: "06 11 22 33 44",
    });
    const written = (await lines(`intervenant:${w.nadia.id}`)).map(({ action }) => action);
    expect(written).toContain("intervenant.update");
  });
});

describe("deciding", () => {
  test("accepting writes the file, closes the request, leaves lines without a value and tells the person", async () => {
    const who = await person();
    const { id } = await ask(who, { nom: "Dupont", naissance: "1950-02-03" });
    const done = await accept(id);
    expect(done).toMatchObject({
      statut: "close",
      jours_restants: null,
      changements: [
        { champ: "nom", avant: "Dupond", apres: "Dupont" },
        { champ: "naissance", avant: "", apres: "1950-02-03" },
      ],
    });
    const file = await readClient(w.staffCtx(), { id: who.id });
    expect(file).toMatchObject({ nom: "Dupont", prenom: "Lucie", naissance: "1950-02-03", version: 2 });
    const [line] = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.flux, `client:${who.id}`), eq(audit.action, "client.update")));
    expect(line?.canon).toContain(`"demande_id":${id}`);
    expect(line?.canon).not.toMatch(/Dupon|1950/);
    expect((await lines(`rgpd:${id}`))[0]?.canon).toContain('"to":"close"');
    // The account bore the same name.
    const [account] = await opened(
      w.db,
      w.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, who.user.id)),
    );
    expect(account).toMatchObject({ prenom: "Lucie", nom: "Dupont", actif: true });
    const told = (await jobsOf(w.db, "notification.create")).filter(({ objet_id }) => objet_id === id);
    expect(told.map(({ type }) => type)).toEqual(["rgpd.recue", "rgpd.rectifiee"]);
    await createNotification(contextFor(w.db, system), {
      type: "rgpd.rectifiee",
      objet_id: id,
      acteur_id: 1,
    });
    const [mail] = await mailTo(w.db, who.user.email);
    expect(mail).toMatchObject({ gabarit: "rightsCorrected" });
    expect(mail?.texte).toContain("Nom de famille · Date de naissance");
    expect(mail?.texte).not.toMatch(/Dupond|1950/);
    await expect(accept(id)).rejects.toMatchObject({ code: "invalidTransition" });
  });

  test("an account under another name keeps it", async () => {
    const who = await person({ prenom: "Anne", nom: "Leroy" });
    await accept((await ask(who, { nom: "Dupont" })).id);
    const [account] = await opened(
      w.db,
      w.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, who.user.id)),
    );
    expect(account).toMatchObject({ prenom: "Anne", nom: "Leroy" });
  });

  test("a refusal gives its reason and writes nothing", async () => {
    const who = await person();
    const { id } = await ask(who, { nom: "Dupont" });
    await expect(decideDemande(w.staffCtx(), { id, decision: "refusee" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/motif", code: "required" }] },
    });
    const refused = await decideDemande(w.staffCtx(), { id, decision: "refusee", motif: "Pièce illisible" });
    expect(refused).toMatchObject({ statut: "refusee", motif_refus: "Pièce illisible" });
    expect(refused.changements).toEqual([{ champ: "nom", avant: "Dupond", apres: "Dupont" }]);
    expect(await readClient(w.staffCtx(), { id: who.id })).toMatchObject({ nom: "Dupond", version: 1 });
  });

  test("shows the file as it is today while the request is open, and keeps what stood there once it is decided", async () => {
    const who = await person();
    const { id } = await ask(who, { nom: "Dupont" });
    await updateClient(w.staffCtx(), { id: who.id, nom: "Durand" });
    expect((await readDemande(w.staffCtx(), { id })).changements).toMatchObject([{ avant: "Durand" }]);
    await accept(id);
    await updateClient(w.staffCtx(), { id: who.id, nom: "Martin" });
    expect((await readDemande(who.ctx, { id })).changements).toEqual([
      { champ: "nom", avant: "Durand", apres: "Dupont" },
    ]);
  });

  test("all or nothing: a file that cannot be written leaves the request open", async () => {
    const who = await person();
    const { id } = await ask(who, { nom: "Dupont" });
    await w.db.update(clients).set({ effaceLe: new Date() }).where(eq(clients.id, who.id));
    await expect(accept(id)).rejects.toMatchObject({ code: "clientErased" });
    await w.db.update(clients).set({ effaceLe: null }).where(eq(clients.id, who.id));
    expect(await readDemande(w.staffCtx(), { id })).toMatchObject({ statut: "recue", version: 1 });
  });

  test("two who accept at once write it once", async () => {
    const who = await person();
    const { id } = await ask(who, { nom: "Dupont" });
    const results = await Promise.allSettled([accept(id), accept(id), accept(id)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readClient(w.staffCtx(), { id: who.id })).toMatchObject({ nom: "Dupont", version: 2 });
  });
});

test("an auditeur reads which fields, and no value; another agency reads nothing", async () => {
  const who = await person();
  const { id } = await ask(who, { nom: "Dupont" });
  const auditor = contextFor(w.db, actor("auditeur"));
  const empty = [{ champ: "nom", avant: "", apres: "" }];
  expect((await readDemande(auditor, { id })).changements).toEqual(empty);
  const { results } = await listDemandes(auditor, { client_id: who.id });
  expect(results[0]?.changements).toEqual(empty);
  const elsewhere = actor("gestionnaire", { id: who.user.id, agenceIds: [2_000_000_000] });
  await expect(
    decideDemande(contextFor(w.db, elsewhere), { id, decision: "acceptee" }),
  ).rejects.toMatchObject({
    code: "notFound",
  });
});
