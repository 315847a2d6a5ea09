import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { changeClient } from "./change-client";
import { presentClient } from "./present";
import { clientPatch } from "./schemas";
import { findClient, lockClient } from "./store";

const agencyOnly = ["nom", "prenom", "civilite", "naissance", "notes", "actif"] as const;

/**
 * Changes a client's file. The client changes contacts, language and addresses only; other fields are refused.
 * Throws `preconditionFailed` when `version` is given and the file has changed since.
 */
export const updateClient = command({
  name: "client.update",
  input: clientPatch,
  run: async ({ db, input, ctx, scope }) => {
    const { id, version, ...patch } = input;
    const before = await lockClient(db, scope, ctx.now, id);
    if (!before) throw new Refused("notFound");
    if (before.effaceLe) throw refuseField("clientErased", "id");
    if (version !== undefined && version !== before.version) throw new Refused("preconditionFailed");
    const barred = scope.reach === "own" ? agencyOnly.filter((field) => patch[field] !== undefined) : [];
    if (barred.length > 0) {
      throw new Refused("validation", {
        errors: barred.map((field) => ({ pointer: `/${field}`, code: "unknownField" })),
      });
    }
    const fields = await changeClient(db, before, patch, ctx.now);
    const file = await findClient(db, scope, ctx.now, id);
    if (!file) throw new Refused("notFound");
    return {
      change: {
        objet: { type: "client", id, version: file.client.version },
        agenceId: before.agenceId,
        data: { fields },
      },
      result: presentClient(file, ctx),
    };
  },
});
