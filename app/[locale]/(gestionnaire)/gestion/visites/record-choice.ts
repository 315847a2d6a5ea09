import { browserContext } from "@/lib/delivery/action";
import { Refused } from "@/lib/foundation/errors";
import { decideRecommandation } from "@/lib/ia/decide-recommandation";
import { listRecommandations } from "@/lib/ia/list-recommandations";

/** The form's field with the number of the proposal that the person saw. */
export const proposalField = "recommandation_id";

/** Records whom the person chose, proposed or not, with the proposal that was on the screen. */
export async function recordChoice(form: FormData, intervenantId: number | null): Promise<void> {
  const id = form.get(proposalField);
  if (typeof id === "string" && id !== "") await decide(Number(id), intervenantId);
}

/** Records that nobody was chosen from what was proposed for a visit. */
export async function recordNobody(prestationId: number): Promise<void> {
  const waiting = { prestation_id: prestationId, decidee: false, limit: 1 };
  const { results } = await listRecommandations(await browserContext(), waiting);
  const [last] = results;
  if (last) await decide(last.id, null);
}

/** The visit is already written: a proposal decided upon in the meantime keeps its decision. */
async function decide(id: number, intervenantId: number | null): Promise<void> {
  try {
    await decideRecommandation(await browserContext(), { id, intervenant_id: intervenantId });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
