import type { Portee } from "@/db/states";
import { mayCall, type OperationName, opens, policy } from "@/lib/foundation/policy";
import { porteeCodes } from "./schemas-cle";

const operations = Object.keys(policy) as OperationName[];

/** The scopes that open something to an admin's key; any other would be a box without effect. */
export const offeredPortees: readonly Portee[] = porteeCodes.filter((portee) =>
  operations.some((name) => mayCall("admin", name) && opens([portee], name)),
);
