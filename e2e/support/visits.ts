import type { Api } from "./api.ts";
import type { Person } from "./people.ts";

export type Visit = { id: number; version: number; date: string; statut: string };

/** Two hours of cleaning that the agency plans and confirms; `at` is the agency's clock, `2026-11-24T09:30`. */
export async function planVisit(agency: Api, client: Person, worker: Person, at: string): Promise<Visit> {
  const visit = await agency.post<Visit>("/prestations/", {
    client_id: client.id,
    intervenant_id: worker.id,
    type: "menage",
    date: at,
    duree: 2,
  });
  return agency.patch<Visit>(`/prestations/${visit.id}/`, { statut: "confirmee" });
}

/** The same visit, carried out from arrival to departure, both noted by the agency. */
export async function carryOut(agency: Api, { id }: Visit): Promise<void> {
  for (const type of ["arrivee", "depart"]) await agency.post(`/prestations/${id}/pointages/`, { type });
}
