import { expect, test } from "vitest";
import { consentements } from "@/db/schema/consentements";
import { abonnementsPush } from "@/db/schema/notifications";
import { addAgence, addClient, addUtilisateur } from "@/db/testing-data";
import { testWorld } from "@/lib/foundation/testing";
import { findDevices } from "./push-store";

test("no device is reached once consent is withdrawn; whoever said nothing, or no client, still is", async () => {
  const { db } = await testWorld();
  const agence = await addAgence(db);
  const withDevice = async (role: "client" | "gestionnaire") => {
    const { id } = await addUtilisateur(db, { role });
    const adresse = `https://push.test/consent-${id}`;
    await db.insert(abonnementsPush).values({ utilisateurId: id, adresse, cleP256dh: "k", cleAuth: "a" });
    return id;
  };
  const [no, silent, staff] = [
    await withDevice("client"),
    await withDevice("client"),
    await withDevice("gestionnaire"),
  ];
  const { client } = await addClient(db, agence.id, { utilisateurId: no });
  await addClient(db, agence.id, { utilisateurId: silent });
  const reached = async () => [...(await findDevices(db, [no, silent, staff])).keys()].sort((a, b) => a - b);
  expect(await reached()).toEqual([no, silent, staff]);
  const said = {
    agenceId: agence.id,
    clientId: client.id,
    finalite: "rappels_push",
    versionTexte: 1,
  } as const;
  const row = { ...said, voie: "compte", le: "2026-03-10" } as const;
  await db.insert(consentements).values({ ...row, accord: false });
  expect(await reached()).toEqual([silent, staff]);
  await db.insert(consentements).values({ ...row, accord: true });
  expect(await reached()).toEqual([no, silent, staff]);
});
