import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import { type DevisRow, findDevis, findQuoted, lockDevis, updateDevis } from "./devis-store";
import { presentDevis } from "./present-devis";

/** From each state, where a quote may go. */
const allowed: Record<DevisRow["statut"], readonly string[]> = {
  brouillon: ["envoye"],
  envoye: ["accepte", "refuse", "expire"],
  accepte: [],
  refuse: [],
  expire: [],
};

/** The refusal of a move that the state does not allow, with those it does. */
export function refuseState(from: DevisRow["statut"], to: string): Refused {
  const params = { from, to, allowed: allowed[from].join(", ") || "none" };
  return new Refused("invalidTransition", { params, extra: { allowed: allowed[from] } });
}

/**
 * The client's answer to a quote, given from their account or recorded by the agency from a signed paper. Throws
 * `invalidTransition` when it is not waiting for one, or its last day is over at the agency.
 */
export async function decideDevis(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  id: number,
  answer: { statut: "accepte" | "refuse"; motifRefus?: string },
) {
  const devis = await lockDevis(tx, scope, id);
  if (!devis) throw new Refused("notFound");
  if (devis.statut !== "envoye") throw refuseState(devis.statut, answer.statut);
  const quoted = await findQuoted(tx, { ...scope, reach: "all" }, devis.clientId);
  if (devis.valideJusquau < civilDay(ctx.now, quoted?.agence.fuseau ?? "Europe/Paris"))
    throw refuseState("expire", answer.statut);
  const decision = ctx.actor.role === "client" ? ("compte" as const) : ("papier" as const);
  const made = { decideLe: ctx.now, decidePar: ctx.actor.id, decision };
  await updateDevis(tx, devis.id, { ...answer, ...made }, ctx.now);
  const event = { type: `devis.${answer.statut}`, objet_id: devis.id, acteur_id: ctx.actor.id };
  await enqueue(tx, "notification.create", event);
  const file = await findDevis(tx, scope, devis.id);
  if (!file) throw new Refused("notFound");
  const data = { statut: answer.statut, decision, total_ttc: devis.totalTtc };
  return {
    change: {
      objet: { type: "devis", id: devis.id, version: file.devis.version },
      agenceId: devis.agenceId,
      data,
    },
    result: presentDevis(file, ctx),
  };
}
