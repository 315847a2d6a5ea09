import type { z } from "zod";
import type { Queryable } from "@/db/client";
import { type ActiviteRow, matchActivite, unknownActivity } from "@/lib/activites/match-activite";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import { chiffrerDevis, type Demande } from "./devis";
import { findQuoted, pricesOf } from "./devis-store";
import type { devisPreview } from "./schemas-devis";

/**
 * What is asked for a client's file, at the catalogue's prices of the day at the agency. Throws `clientUnknown`,
 * `clientErased`, `unknownActivity`, `visitTooLong`.
 */
export async function priceDevis(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  input: z.output<typeof devisPreview>,
) {
  const quoted = await findQuoted(db, scope, input.client_id);
  if (!quoted) throw refuseField("clientUnknown", "client_id");
  if (quoted.client.effaceLe) throw refuseField("clientErased", "client_id");
  const jour = civilDay(ctx.now, quoted.agence.fuseau);
  const asked = await demandesOf(db, quoted.agence.id, jour, input.lignes);
  const { lignes, totaux } = chiffrerDevis(asked.map(({ demande }) => demande));
  return { quoted, jour, lignes, totaux, activites: asked.map(({ activite }) => activite) };
}

type Asked = z.output<typeof devisPreview>["lignes"];

async function demandesOf(
  tx: Queryable,
  agenceId: number,
  jour: string,
  asked: Asked,
): Promise<{ demande: Demande; activite: ActiviteRow }[]> {
  const found = [];
  for (const [index, one] of asked.entries()) {
    const activite = await matchActivite(tx, one.type);
    if (!activite) throw at(await unknownActivity(tx, { agenceId, jour }), index);
    found.push({ one, activite });
  }
  const prices = await pricesOf(
    tx,
    agenceId,
    found.map(({ activite }) => activite.id),
    jour,
  );
  const demandes: { demande: Demande; activite: ActiviteRow }[] = [];
  for (const [index, { one, activite }] of found.entries()) {
    const price = prices.get(activite.id);
    if (!price) throw at(await unknownActivity(tx, { agenceId, jour }), index);
    const minutes = Math.round(one.duree * 60);
    if (activite.dureeMaxMin !== null && minutes > activite.dureeMaxMin)
      throw refuseField("visitTooLong", `lignes/${index}/duree`);
    const { prixHoraireTtc, minimumMin, tauxTvaBp } = price;
    const { frequence, fois } = one;
    const plafond = activite.plafondCreditImpot;
    const priced = { prixHoraireTtc, minimumMin, tauxTvaBp, plafond };
    demandes.push({
      activite,
      demande: { activiteId: activite.id, minutes, frequence, fois, ...priced },
    });
  }
  return demandes;
}

/** The same refusal, at its line. */
function at(refusal: Refused, index: number): Refused {
  const errors = refusal.details.errors?.map((one) => ({
    ...one,
    pointer: `/lignes/${index}${one.pointer}`,
  }));
  return new Refused(refusal.code, { ...refusal.details, errors });
}
