import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { insertFiltre, lockFiltres, presentFiltre, selectFiltres } from "./filtre-store";
import { filtreBody, MOST_FILTRES } from "./schemas-filtre";

/** Keeps a filter of the log under a name, for the caller alone. Throws `nameTaken`, `tooManyFilters`. */
export const createFiltre = command({
  name: "filtre.create",
  input: filtreBody,
  run: async ({ db, input, ctx, scope }) => {
    const utilisateurId = ctx.actor.id ?? 0;
    await lockFiltres(db, utilisateurId);
    const kept = await selectFiltres(db, scope);
    if (kept.length >= MOST_FILTRES) throw new Refused("tooManyFilters", { params: { max: MOST_FILTRES } });
    if (kept.some(({ nom }) => nom === input.nom)) throw refuseField("nameTaken", "nom");
    const filtre = { ...input.filtre } as Record<string, string | number>;
    const values = { utilisateurId, nom: input.nom, filtre, creeLe: ctx.now, modifieLe: ctx.now };
    const id = await insertFiltre(db, values);
    return {
      change: { objet: { type: "filtre", id, version: 1 }, data: { champs: Object.keys(filtre).sort() } },
      result: presentFiltre({ id, ...values }),
    };
  },
});
