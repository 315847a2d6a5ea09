import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { presentAppareil } from "./present-push";
import { pushKey } from "./push-key";
import { selectPush } from "./push-store";

/** The caller's browsers that show notices though the product is closed, and the key with which to add one. */
export const listPush = query({
  name: "push.list",
  input: z.object({}),
  run: async ({ db, scope }) => ({
    cle_publique: pushKey()?.publicKey ?? null,
    appareils: (await selectPush(db, scope.utilisateurId ?? 0)).map(presentAppareil),
  }),
});
