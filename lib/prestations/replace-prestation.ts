import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { formatDateTime } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translate";
import { answerPrestation, formerOf, tell } from "./answer-prestation";
import type { Away } from "./find-remplacements";
import { overlaps } from "./journee";
import { movable } from "./prestation";
import type { Prestation } from "./schemas";
import { guardSlot } from "./slot-taken";
import { updatePrestationRow } from "./store";
import { openPrestation, replanPrestation, type VisitFacts } from "./write-prestation";

type Wanted = { id: number; version: number; intervenantId: number | null };
type Replaced = { version: number; agenceId: number; facts: VisitFacts; prestation: Prestation };

/**
 * Takes a visit from somebody who is away and gives it to another, or to nobody. `version`: the visit as it was when
 * the change was thought of. Throws `proposalStale` with what it is now, `invalidChoice` on `prestation_id` when it is
 * none of the absence's, and what placing throws.
 */
export async function replacePrestation(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  { away, wanted }: { away: Away; wanted: Wanted },
): Promise<Replaced> {
  const locked = await openPrestation(tx, scope, wanted.id).catch((error: unknown) => {
    if (error instanceof Refused && error.code === "notFound") throw foreign();
    throw error;
  });
  const { prestation, agence } = locked;
  if (prestation.version !== wanted.version || !movable.includes(prestation.statut))
    throw stale(ctx, await answerPrestation(tx, ctx, scope, prestation.id), away);
  const touched = { debut: prestation.debut.getTime(), fin: prestation.fin.getTime() };
  const isTheirs =
    prestation.intervenantId === away.intervenantId &&
    overlaps(touched, { debut: away.debut.getTime(), fin: away.fin.getTime() });
  const isLeftOpen = prestation.intervenantId === null && prestation.absenceId === away.id;
  if (!isTheirs && !isLeftOpen) throw foreign();
  if (wanted.intervenantId === away.intervenantId) throw refuseField("onLeave", "intervenant_id");
  const change = { intervenantId: wanted.intervenantId };
  const asker = { staff: true, derogation: "" };
  const { values, facts, demande } = await replanPrestation(tx, ctx, scope, { locked, change, asker });
  const row = {
    ...values,
    absenceId: away.id,
    ...(prestation.serieId !== null && { serieModifiee: true }),
  };
  const version = await guardSlot(demande, () => updatePrestationRow(tx, prestation.id, row, ctx.now));
  await tell(tx, ctx, "prestation.modifiee", prestation.id, formerOf(prestation, wanted.intervenantId));
  return {
    version,
    agenceId: agence.id,
    facts: { ...facts, absence_id: away.id, before: prestation.intervenantId },
    prestation: await answerPrestation(tx, ctx, scope, prestation.id),
  };
}

const foreign = () =>
  new Refused("validation", { errors: [{ pointer: "/prestation_id", code: "invalidChoice" }] });

/** The refusal that says what became of the visit. */
function stale(ctx: Context, now: Prestation, away: Away): Refused {
  const { id, version, statut, intervenant_id, date } = now;
  return new Refused("proposalStale", {
    params: { precision: changeWords(ctx, now, away) },
    extra: { actuel: { prestation_id: id, version, statut, intervenant_id, date } },
  });
}

function changeWords(ctx: Context, now: Prestation, away: Away): string {
  const t = translator(ctx.locale, "remplacements");
  if (now.statut === "annulee") return t("stale.cancelled");
  if (!movable.includes(now.statut)) return t("stale.begun");
  if (now.intervenant === null) return t("stale.nobody");
  if (now.intervenant.id !== away.intervenantId)
    return t("stale.given", { name: `${now.intervenant.prenom} ${now.intervenant.nom}`.trim() });
  const when = formatDateTime(new Date(now.date), { locale: ctx.locale, timeZone: now.fuseau });
  return t("stale.changed", { when });
}
