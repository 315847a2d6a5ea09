import { z } from "zod";
import { motifsEffacement, sujetsEffaces } from "@/db/states";
import { listInput } from "@/lib/foundation/page";

export const effacementList = listInput.extend({ sujet_type: z.enum(sujetsEffaces).optional() });

export const effacementShape = z.object({
  uid: z.string(),
  sujet_type: z.enum(sujetsEffaces),
  sujet_id: z.number().int(),
  efface_le: z.string(),
  motif: z.enum(motifsEffacement),
  demande_id: z.number().int().nullable(),
});
export type Effacement = z.output<typeof effacementShape>;
