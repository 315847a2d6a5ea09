import type { z } from "zod";
import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay } from "@/lib/foundation/zoned";
import { deadlineOf } from "./demande";
import { findPersonne, insertDemande } from "./demande-store";
import { personNow } from "./rectification/person-now";
import {
  champsDe,
  differing,
  type Rectification,
  refuseFieldsOfClients,
  valuesOf,
} from "./rectification/schemas";
import { demandeBody } from "./schemas";
import { answerWith, tellDemande } from "./write-demande";

/**
 * Enters a rights request in the register and starts its clock; the person gets a receipt, the team a notice. A client
 * or an intervenant asks for themself, today; staff enter what reached them by letter or by phone. Throws `requestOpen` when one of the
 * same kind is not answered yet, `clientUnknown`, `intervenantUnknown` or `clientErased`.
 */
export const createDemande = command({
  name: "rgpd.create",
  input: demandeBody,
  run: async ({ db, input, ctx, scope }) => {
    const concerned = personOf(input, scope);
    const personne = await reach(db, scope, concerned);
    const today = civilDay(ctx.now, personne.fuseau);
    const recueLe = scope.reach === "own" ? today : (input.recue_le ?? today);
    if (recueLe > today) throw refuseField("validation", "recue_le");
    const echeance = deadlineOf(recueLe);
    const { type, message } = input;
    const changements = await rectificationOf(db, ctx, scope, input, concerned);
    const dates = { recueLe, echeance, creeLe: ctx.now, modifieLe: ctx.now };
    const values = {
      agenceId: personne.agenceId,
      ...concerned,
      type,
      message,
      changements,
      creePar: ctx.actor.id,
    };
    const id = await insertDemande(db, { ...values, ...dates });
    await tellDemande(db, ctx, "recue", id);
    const who =
      "clientId" in concerned
        ? { client_id: concerned.clientId }
        : { intervenant_id: concerned.intervenantId };
    return {
      change: {
        objet: { type: "rgpd", id, version: 1 },
        agenceId: personne.agenceId,
        data: { type, ...who, recue_le: recueLe, echeance, ...fieldsOf(changements) },
      },
      result: await answerWith(db, ctx, scope, id),
    };
  },
});

/** What a rectification changes: only what does not stand there already. Throws `validation` when nothing is left to do. */
async function rectificationOf(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  { type, message, changements }: z.output<typeof demandeBody>,
  concerned: Concerned,
): Promise<Rectification | undefined> {
  if (!changements || champsDe(changements).length === 0) return undefined;
  if (type !== "rectification") throw refuseField("validation", "changements");
  if ("intervenantId" in concerned) refuseFieldsOfClients(changements);
  const file = (await personNow(db, ctx, scope, concerned)) ?? {};
  const voulu = differing(changements, file);
  const fields = champsDe(voulu);
  if (fields.length > 0) return { voulu, avant: valuesOf(file, fields) };
  if (message === "")
    throw new Refused("validation", { errors: [{ pointer: "/message", code: "required" }] });
  return undefined;
}

const fieldsOf = (changements: Rectification | undefined) =>
  changements ? { fields: champsDe(changements.voulu) } : {};

type Concerned = { clientId: number } | { intervenantId: number };

function personOf({ client_id, intervenant_id }: z.output<typeof demandeBody>, scope: Scope): Concerned {
  if (client_id !== undefined && intervenant_id !== undefined)
    throw refuseField("validation", "intervenant_id");
  if (intervenant_id !== undefined) return { intervenantId: intervenant_id };
  const clientId = client_id ?? scope.clientId;
  if (clientId !== null) return { clientId };
  if (scope.intervenantId !== null) return { intervenantId: scope.intervenantId };
  throw new Refused("validation", { errors: [{ pointer: "/client_id", code: "required" }] });
}

async function reach(db: Queryable, scope: Scope, concerned: Concerned) {
  const found = await findPersonne(db, scope, concerned);
  if (!found) throw unknown(concerned);
  if (found.effaceLe) throw refuseField("clientErased", "client_id");
  return found;
}

const unknown = (concerned: Concerned) =>
  "clientId" in concerned
    ? refuseField("clientUnknown", "client_id")
    : refuseField("intervenantUnknown", "intervenant_id");
