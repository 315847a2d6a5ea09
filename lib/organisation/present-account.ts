import type { Context } from "@/lib/foundation/context";
import { mayCall, type OperationName, policy } from "@/lib/foundation/policy";
import type { UtilisateurRow } from "./account-store";
import type { Moi } from "./schemas-account";

/** The caller's own account, with what it may do. */
export function presentMoi(account: UtilisateurRow, { actor }: Context): Moi {
  const { id, email, prenom, nom, role, langue } = account;
  return {
    id,
    email,
    prenom,
    nom,
    role,
    portee: {
      agences: [...actor.agenceIds],
      client_id: actor.clientId,
      intervenant_id: actor.intervenantId,
    },
    langue,
    operations: (Object.keys(policy) as OperationName[]).filter((name) => mayCall(role, name)),
  };
}
