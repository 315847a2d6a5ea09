import { query } from "@/lib/foundation/operation";
import { listAttestable } from "./attestation-store";
import { countYear, presentAttestationSummary } from "./present-attestation";
import { attestationList } from "./schemas-attestation";

/** Who paid what in a year, within reach: one line for each yearly tax certificate. */
export const listAttestations = query({
  name: "attestation.list",
  input: attestationList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listAttestable(db, scope, input);
    const counted = await countYear(db, page.results, input.annee);
    return { ...page, results: counted.map((one) => presentAttestationSummary(one, ctx)) };
  },
});
