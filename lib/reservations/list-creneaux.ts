import type { z } from "zod";
import type { Queryable } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { findCreneaux } from "@/lib/prestations/find-creneaux";
import { daysBetween } from "@/lib/prestations/journee";
import { findActivite, findPlace } from "@/lib/prestations/place-prestation";
import { creneauList } from "@/lib/prestations/schemas";
import { demandeOf } from "@/lib/prestations/write-prestation";

type Input = z.output<typeof creneauList>;

const MOST_DAYS = 31;

/**
 * Free slots between two civil days (31 at most), two hours from now at the earliest; with `prestation_id` for moving
 * that visit, with `date` only the slot that begins then (which may still be taken a quarter of an hour longer). Throws `clientUnknown`, `unknownActivity`, `notFound`, or on the field at fault.
 */
export const listCreneaux = query({
  name: "creneau.list",
  input: creneauList,
  run: async ({ db, input, ctx, scope }) => {
    const days = daysBetween(input.du, input.au) + 1;
    if (days < 1) throw refused("au", "tooSmall", { min: input.du });
    if (days > MOST_DAYS) throw refused("au", "tooBig", { max: MOST_DAYS });
    const wanted = await wantedOf(db, scope, input);
    return findCreneaux(db, ctx, { ...wanted, du: input.du, au: input.au, date: input.date });
  },
});

async function wantedOf(db: Queryable, scope: Scope, input: Input) {
  const intervenantId = input.intervenant_id ?? ("proposed" as const);
  const minutes = input.duree === undefined ? undefined : Math.round(input.duree * 60);
  if (input.prestation_id !== undefined) {
    const demande = await demandeOf(db, scope, input.prestation_id, input.adresse_id);
    return { ...demande, intervenantId, dureeMin: minutes ?? demande.dureeMin };
  }
  const clientId = input.client_id ?? (scope.reach === "own" ? scope.clientId : null);
  if (clientId === null) throw refused("client_id", "required");
  if (input.type === undefined) throw refused("type", "required");
  if (minutes === undefined) throw refused("duree", "required");
  const place = await findPlace(db, scope, clientId, input.adresse_id);
  const sold = { agenceId: place.agence.id, jour: input.du };
  const activite = await findActivite(db, input.type, sold);
  return { place, activite, dureeMin: minutes, intervenantId };
}

const refused = (
  field: string,
  code: "required" | "tooSmall" | "tooBig",
  params?: Record<string, string | number>,
) => new Refused("validation", { errors: [{ pointer: `/${field}`, code, params }] });
