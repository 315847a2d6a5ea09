"use server";

import type { CandidatQuestion } from "@/components/gestion/candidats";
import type { ComboOption } from "@/components/ui/combo-box";
import { listClients } from "@/lib/clients/list-clients";
import { browserContext } from "@/lib/delivery/action";
import { Refused } from "@/lib/foundation/errors";
import { listCandidats } from "@/lib/prestations/list-candidats";
import type { CandidatShape } from "@/lib/prestations/schemas-candidat";

/** Who could make a visit, best first; nobody while the question is not complete. */
export async function findCandidats(question: CandidatQuestion): Promise<CandidatShape[]> {
  const ctx = await browserContext();
  try {
    return (await listCandidats(ctx, question)).results;
  } catch (error) {
    if (error instanceof Refused && error.status < 500) return [];
    throw error;
  }
}

const MOST = 20;

/** Active clients whose name, town or contact has the words typed. */
export async function searchClients(q: string): Promise<ComboOption[]> {
  const ctx = await browserContext();
  const { results } = await listClients(ctx, { q: q.slice(0, 100), actif: true, limit: MOST });
  return results.map(({ id, prenom, nom, commune, telephone }) => ({
    value: String(id),
    label: `${prenom} ${nom}`.trim(),
    description: [commune, telephone].filter(Boolean).join(" · "),
  }));
}
