import type { Tx } from "@/db/client";
import { correctClient } from "@/lib/clients/change-client";
import type { Context } from "@/lib/foundation/context";
import type { Scope } from "@/lib/foundation/policy";
import { correctIntervenant } from "@/lib/intervenants/change-intervenant";
import { renameAccount } from "@/lib/organisation/rename-account";
import type { DemandeRow } from "../demande-store";
import { type Changements, champsDe, type Rectification, valuesOf } from "./schemas";

type Line = {
  action: string;
  objet: { type: string; id: number; version: number };
  agenceId?: number;
  data: Record<string, unknown>;
};
type Corrected = Changements & { version: number; utilisateurId: number | null; prenom: string; nom: string };

/**
 * Writes what an accepted rectification asks for into the person's file, under the schema of the ordinary edit, in the
 * transaction of the decision. The account follows when it bore the same name. Returns what stood there and the lines
 * of the log. Throws `clientErased`, `notFound`, or `validation` when a value would not be taken any more.
 */
export async function applyRectification(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  demande: DemandeRow & { changements: Rectification },
): Promise<{ changements: Rectification; lignes: Line[] }> {
  const { voulu } = demande.changements;
  const fields = champsDe(voulu);
  const { type, id, before } = await correct(tx, ctx, scope, demande);
  const file: Line = {
    action: `${type}.update`,
    objet: { type, id, version: before.version + 1 },
    agenceId: demande.agenceId,
    data: { fields, demande_id: demande.id },
  };
  const account = await accountLine(tx, ctx, before, demande);
  return {
    changements: { voulu, avant: valuesOf(before, fields) },
    lignes: account ? [file, account] : [file],
  };
}

type Applied = { type: "client" | "intervenant"; id: number; before: Corrected };

async function correct(
  tx: Tx,
  ctx: Context,
  scope: Scope,
  { clientId, intervenantId, changements }: DemandeRow & { changements: Rectification },
): Promise<Applied> {
  const { voulu } = changements;
  if (clientId !== null) {
    const before = await correctClient(tx, ctx, scope, clientId, voulu);
    return { type: "client", id: clientId, before };
  }
  const id = intervenantId ?? 0;
  return { type: "intervenant", id, before: await correctIntervenant(tx, ctx, scope, id, voulu) };
}

async function accountLine(
  tx: Tx,
  ctx: Context,
  before: Corrected,
  { id, changements }: DemandeRow & { changements: Rectification },
): Promise<Line | undefined> {
  const { prenom = before.prenom, nom = before.nom } = changements.voulu;
  const isSame = prenom === before.prenom && nom === before.nom;
  if (before.utilisateurId === null || isSame) return undefined;
  const name = { from: before, to: { prenom, nom } };
  const version = await renameAccount(tx, ctx, before.utilisateurId, name);
  if (version === undefined) return undefined;
  const objet = { type: "utilisateur", id: before.utilisateurId, version };
  return { action: "utilisateur.update", objet, data: { fields: ["nom", "prenom"], demande_id: id } };
}
