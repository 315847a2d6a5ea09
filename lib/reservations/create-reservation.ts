import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay, instantOf } from "@/lib/foundation/zoned";
import { tell } from "@/lib/prestations/answer-prestation";
import { reschedulePrestation } from "@/lib/prestations/confirm-prestation";
import { holdPrestation, openHold } from "@/lib/prestations/hold-prestation";
import {
  type Asker,
  checkMoment,
  findActivite,
  findPlace,
  type Place,
} from "@/lib/prestations/place-prestation";
import { invalidTransition, transitions } from "@/lib/prestations/prestation";
import { suggesting } from "@/lib/prestations/slot-taken";
import { bookPrestation, openPrestation } from "@/lib/prestations/write-prestation";
import { answerReservation } from "./open-reservation";
import { reservationBody } from "./schemas";

type Input = z.output<typeof reservationBody>;
type Asked = { tx: Tx; ctx: Context; scope: Scope; input: Input; place: Place; asker: Asker };

/**
 * Asks for a visit: an existing planned one (`prestation_id`), or a new one made and held in the same transaction. A
 * client cannot book the past (`pastNotAllowed`) nor what is too near to be prepared (`tooSoon`). Throws `reservationExists`,
 * `slotTaken` with `alternatives`, `slotUnavailable`, and to staff what creating a visit throws.
 */
export const createReservation = suggesting(
  command({
    name: "reservation.create",
    input: reservationBody,
    run: async ({ db, input, ctx, scope }) => {
      const staff = scope.reach !== "own";
      const clientId = input.client_id ?? scope.clientId;
      if (clientId === null) throw required("client_id");
      const place = await findPlace(db, scope, clientId, input.adresse_id);
      const asker = { staff, derogation: staff ? input.derogation : "" };
      const asked = { tx: db, ctx, scope, input, place, asker };
      const held =
        input.prestation_id === undefined
          ? await holdNew(asked)
          : await holdPlanned(asked, input.prestation_id);
      const { id } = held.reservation.objet;
      await tell(db, ctx, "reservation.demandee", id);
      return {
        change: [...held.visit, held.reservation],
        result: await answerReservation(db, ctx, scope, id),
      };
    },
  }),
);

const required = (field: string) =>
  new Refused("validation", { errors: [{ pointer: `/${field}`, code: "required" }] });

async function holdNew({ tx, ctx, input, place, asker }: Asked) {
  const { type, date, duree } = input;
  if (type === undefined) throw required("type");
  if (date === undefined) throw required("date");
  if (duree === undefined) throw required("duree");
  const { agence, client } = place;
  const debut = instantOf(date, agence.fuseau, "date");
  await checkMoment(tx, ctx, asker, { debut, agenceId: agence.id });
  const activite = await findActivite(tx, type, {
    agenceId: agence.id,
    jour: civilDay(debut, agence.fuseau),
  });
  const demande = {
    place,
    activite,
    debut,
    dureeMin: Math.round(duree * 60),
    intervenantId: input.intervenant_id ?? ("proposed" as const),
  };
  const { id, facts } = await bookPrestation(tx, ctx, demande, asker, input.instructions);
  const visit = { id, agenceId: agence.id, clientId: client.id, debut };
  return {
    visit: [
      {
        action: "prestation.create",
        objet: { type: "prestation", id, version: 1 },
        agenceId: agence.id,
        data: facts,
      },
    ],
    reservation: await holdPrestation(tx, ctx, agence, visit, input.message),
  };
}

async function holdPlanned({ tx, ctx, scope, input, place, asker }: Asked, prestationId: number) {
  const locked = await openPrestation(tx, scope, prestationId);
  const { prestation, agence } = locked;
  if (prestation.clientId !== place.client.id) throw new Refused("notFound");
  if (await openHold(tx, prestationId)) throw new Refused("reservationExists");
  if (prestation.statut !== "planifiee")
    throw invalidTransition(prestation.statut, "confirmee", transitions[prestation.statut]);
  const wanted = input.date ? instantOf(input.date, agence.fuseau, "date") : prestation.debut;
  const moves = wanted.getTime() !== prestation.debut.getTime() || input.intervenant_id !== undefined;
  await checkMoment(tx, ctx, asker, { debut: wanted, agenceId: agence.id });
  const change = { date: input.date, intervenantId: input.intervenant_id };
  const moved = moves ? await reschedulePrestation(tx, ctx, scope, { locked, change, asker }) : undefined;
  return {
    visit: moved ? [moved.change] : [],
    reservation: await holdPrestation(tx, ctx, agence, { ...prestation, debut: wanted }, input.message),
  };
}
