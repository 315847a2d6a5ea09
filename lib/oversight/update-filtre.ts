import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { lockFiltres, presentFiltre, selectFiltres, updateFiltreRow } from "./filtre-store";
import { filtrePatch } from "./schemas-filtre";

/** Renames one of the caller's filters, or keeps another filter under its name. Throws `nameTaken`, `notFound`. */
export const updateFiltre = command({
  name: "filtre.update",
  input: filtrePatch,
  run: async ({ db, input, ctx, scope }) => {
    const { id, nom, filtre } = input;
    await lockFiltres(db, ctx.actor.id ?? 0);
    const kept = await selectFiltres(db, scope);
    const row = kept.find((one) => one.id === id);
    if (!row) throw new Refused("notFound");
    if (nom !== undefined && kept.some((one) => one.id !== id && one.nom === nom))
      throw refuseField("nameTaken", "nom");
    const changes = {
      ...(nom !== undefined && { nom }),
      ...(filtre && { filtre: { ...filtre } as Record<string, string | number> }),
      modifieLe: ctx.now,
    };
    await updateFiltreRow(db, row, changes);
    const data = { champs: Object.keys({ ...(nom !== undefined && { nom }), ...(filtre && { filtre }) }) };
    return { change: { objet: { type: "filtre", id }, data }, result: presentFiltre({ ...row, ...changes }) };
  },
});
