import { count } from "drizzle-orm";
import { openDatabase, type Tx } from "../client";
import { activites, avantagesFiscaux } from "../schema/activites";
import { activitesFrancaises, legalReference } from "./data/activites";
import { advanceIdentity, insertRows } from "./insert";

/**
 * Gives an installation what the law lists: the 26 French activities and the French tax benefit. Does nothing when
 * the catalogue already holds an activity. `url` must belong to the owner of the tables.
 */
export async function seedCatalogue(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1, role: "none" });
  try {
    await db.transaction(insertCatalogue);
  } finally {
    await close();
  }
}

/** The same, inside a transaction of the caller. Activity ids are the order of D7231-1. */
export async function insertCatalogue(tx: Tx): Promise<void> {
  const [known] = await tx.select({ rows: count() }).from(activites);
  if (known && known.rows > 0) return;
  await insertRows(
    tx,
    activites,
    activitesFrancaises.map((activite) => ({
      id: activite.numero,
      code: activite.code,
      numeroLegal: activite.numero,
      pays: "FR" as const,
      famille: activite.famille,
      regime: activite.regime,
      libelles: activite.libelles,
      libellesLegaux: activite.legaux,
      referenceLegale: legalReference(activite.numero),
      urssafNature: String(activite.numero * 10),
      offreGlobale: activite.offreGlobale ?? false,
      dureeMaxMin: activite.dureeMaxMin ?? null,
      plafondCreditImpot: activite.plafond ?? null,
    })),
  );
  await advanceIdentity(tx, activites);
  await tx
    .insert(avantagesFiscaux)
    .values({
      pays: "FR",
      tauxBp: 5000,
      plafondAnnuel: 1_200_000,
      reference: "CGI, art. 199 sexdecies",
      du: "2020-01-01",
    })
    .onConflictDoNothing();
}
