import { command } from "@/lib/foundation/operation";
import { answerPrestation, formerOf, tell } from "./answer-prestation";
import { type HoldChange, settleHold } from "./hold-prestation";
import { assertTransition, invalidTransition, transitions } from "./prestation";
import { prestationPatch } from "./schemas";
import { guardSlot, suggesting } from "./slot-taken";
import { type NewPrestation, updatePrestationRow } from "./store";
import { checkConfirmed, openPrestation, replanPrestation } from "./write-prestation";

/**
 * Staff's changes: person, time, address, instructions, confirmation. The rules of creation hold again when the visit
 * moves or changes hands. Throws `preconditionFailed` when `version` is given and the visit has changed since.
 */
export const updatePrestation = suggesting(
  command({
    name: "prestation.update",
    input: prestationPatch,
    run: async ({ db, input, ctx, scope }) => {
      const locked = await openPrestation(db, scope, input.id, input.version);
      const { prestation } = locked;
      const values: Partial<NewPrestation> = {};
      const data: Record<string, unknown> = {};
      let settled: HoldChange[] = [];
      const replans = [input.intervenant_id, input.date, input.duree, input.adresse_id].some(
        (value) => value !== undefined,
      );
      let write = (change: Partial<NewPrestation>) => updatePrestationRow(db, prestation.id, change, ctx.now);
      if (replans) {
        const change = {
          date: input.date,
          dureeMin: input.duree === undefined ? undefined : Math.round(input.duree * 60),
          intervenantId: input.intervenant_id,
          adresseId: input.adresse_id,
        };
        const asker = { staff: true, derogation: input.derogation };
        const planned = await replanPrestation(db, ctx, scope, { locked, change, asker });
        Object.assign(values, planned.values);
        Object.assign(data, planned.facts);
        write = (row) =>
          guardSlot(planned.demande, () => updatePrestationRow(db, prestation.id, row, ctx.now));
      }
      if (input.instructions !== undefined) {
        if (prestation.statut === "annulee" || prestation.statut === "facturee")
          throw invalidTransition(prestation.statut, prestation.statut, transitions[prestation.statut]);
        values.instructions = input.instructions;
        data.instructions = true;
      }
      if (input.statut !== undefined && input.statut !== prestation.statut) {
        assertTransition(prestation.statut, input.statut);
        if (input.statut === "confirmee" && !replans) await checkConfirmed(db, ctx, scope, locked);
        Object.assign(data, { from: prestation.statut, to: input.statut });
        values.statut = input.statut;
        settled = await settleHold(db, ctx, prestation.id);
      }
      if (prestation.serieId !== null && Object.keys(values).some((name) => name !== "statut"))
        values.serieModifiee = true;
      const version = await write(values);
      await tell(db, ctx, "prestation.modifiee", prestation.id, formerOf(prestation, input.intervenant_id));
      return {
        change: [
          { objet: { type: "prestation", id: prestation.id, version }, agenceId: prestation.agenceId, data },
          ...settled,
        ],
        result: await answerPrestation(db, ctx, scope, prestation.id),
      };
    },
  }),
);
