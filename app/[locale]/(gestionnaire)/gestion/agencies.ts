import { load } from "@/lib/delivery/page";
import { listAgences } from "@/lib/organisation/list-agences";
import type { GestionArea } from "./area";

/** The agencies that the account works for, as options of a choice; every open one for an admin. */
export async function agencyOptions({
  account,
}: Pick<GestionArea, "account">): Promise<{ value: string; label: string }[]> {
  const { results } = await load(listAgences, { limit: 200 });
  const { role, agenceIds } = account.actor;
  return results
    .filter(({ id }) => role === "admin" || agenceIds.includes(id))
    .map(({ id, nom }) => ({ value: String(id), label: nom }));
}
