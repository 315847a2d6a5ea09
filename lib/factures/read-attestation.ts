import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { listAttestable } from "./attestation-store";
import { countYear, presentAttestation } from "./present-attestation";
import { attestationInput } from "./schemas-attestation";

/**
 * What a client paid in a year for services (Code du travail D7233-4): organisation, hours, interventions, payments by
 * their own date. Throws `notFound` out of reach, or when nothing was paid or no benefit exists in the country.
 */
export const readAttestation = query({
  name: "attestation.read",
  input: attestationInput,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listAttestable(db, scope, { ...input, limit: 1 });
    const [counted] = await countYear(db, page.results, input.annee);
    if (!counted) throw new Refused("notFound");
    return presentAttestation(db, counted, ctx, ctx.locale);
  },
  reads: ({ client_id, agence_id, annee }) => ({
    type: "client",
    id: client_id,
    agenceId: agence_id,
    data: { attestation: annee },
  }),
});
