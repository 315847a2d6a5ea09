import { parseDate } from "@internationalized/date";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { matchActivite, unknownActivity } from "@/lib/activites/match-activite";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { chiffrerDevis, type Demande } from "./devis";
import { findDevis, findQuoted, insertDevis, pricesOf } from "./devis-store";
import { presentDevis } from "./present-devis";
import { devisBody } from "./schemas-devis";

/**
 * A quote in the making for a client's file, at the catalogue's prices of the day. Throws `clientUnknown`,
 * `clientErased`, `unknownActivity`, `visitTooLong`, `validation` on a day already past.
 */
export const createDevis = command({
  name: "devis.create",
  input: devisBody,
  run: async ({ db, input, ctx, scope }) => {
    const quoted = await findQuoted(db, scope, input.client_id);
    if (!quoted) throw refuseField("clientUnknown", "client_id");
    const { client, agence } = quoted;
    if (client.effaceLe) throw refuseField("clientErased", "client_id");
    const today = civilDay(ctx.now, agence.fuseau);
    const valideJusquau = input.valide_jusquau ?? parseDate(today).add({ months: 1 }).toString();
    if (valideJusquau < today) throw refuseField("pastNotAllowed", "valide_jusquau");
    const { lignes, totaux } = chiffrerDevis(await demandesOf(db, agence.id, today, input.lignes));
    const head = { agenceId: agence.id, clientId: client.id, langue: client.langue, devise: agence.devise };
    const sums = { totalHt: totaux.htCents, totalTva: totaux.tvaCents, totalTtc: totaux.ttcCents };
    const dates = { valideJusquau, creeLe: ctx.now, modifieLe: ctx.now };
    const id = await insertDevis(db, { ...head, ...sums, ...dates }, lignes);
    const file = await findDevis(db, scope, id);
    if (!file) throw new Refused("notFound");
    const data = { client_id: client.id, lignes: lignes.length, total_ttc: totaux.ttcCents };
    return {
      change: { objet: { type: "devis", id, version: 1 }, agenceId: agence.id, data },
      result: presentDevis(file, ctx),
    };
  },
});

type Asked = z.output<typeof devisBody>["lignes"];

async function demandesOf(tx: Tx, agenceId: number, jour: string, asked: Asked): Promise<Demande[]> {
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
  const demandes: Demande[] = [];
  for (const [index, { one, activite }] of found.entries()) {
    const price = prices.get(activite.id);
    if (!price) throw at(await unknownActivity(tx, { agenceId, jour }), index);
    const minutes = Math.round(one.duree * 60);
    if (activite.dureeMaxMin !== null && minutes > activite.dureeMaxMin)
      throw refuseField("visitTooLong", `lignes/${index}/duree`);
    const { prixHoraireTtc, minimumMin, tauxTvaBp } = price;
    const { frequence, fois } = one;
    const plafond = activite.plafondCreditImpot;
    demandes.push({
      activiteId: activite.id,
      minutes,
      frequence,
      fois,
      prixHoraireTtc,
      minimumMin,
      tauxTvaBp,
      plafond,
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
