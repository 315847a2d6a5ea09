import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { type Attestable, listAttestable } from "./attestation-store";
import { emetteurOf } from "./composition";
import { mergePdfs } from "./pdf/merge-pdfs";
import { renderAttestation } from "./pdf/render-attestation";
import { countYear, presentAttestation } from "./present-attestation";
import { attestationBulk, attestationInput } from "./schemas-attestation";

/** Certificates in one file at most. */
const MOST = 200;

/** A client's yearly certificate as PDF, in their language. Every export is logged. Throws `notFound`. */
export const exportAttestation = query({
  name: "attestation.export",
  input: attestationInput,
  run: async ({ db, input, ctx, scope }) => {
    const { results } = await listAttestable(db, scope, { ...input, limit: 1 });
    const [bytes] = await documents(db, ctx, results, input.annee);
    if (!bytes) throw new Refused("notFound");
    return {
      name: `attestation-${input.annee}-${input.client_id}.pdf`,
      bytes,
      rows: subjects(results, input.annee),
    };
  },
  exports: ({ rows }) => rows,
});

/** The certificates of a year in one PDF, two hundred at most; the name says when more are left. Throws `noInvoices`. */
export const exportAttestations = query({
  name: "attestation.exportAll",
  input: attestationBulk,
  run: async ({ db, input, ctx, scope }) => {
    const { results, next } = await listAttestable(db, scope, { ...input, limit: MOST });
    if (results.length === 0) throw new Refused("noInvoices");
    const bytes = await mergePdfs(await documents(db, ctx, results, input.annee));
    const part = next ? `-${MOST}-premieres` : "";
    return { name: `attestations-${input.annee}${part}.pdf`, bytes, rows: subjects(results, input.annee) };
  },
  exports: ({ rows }) => rows,
});

async function documents(
  db: Queryable,
  ctx: Context,
  rows: readonly Attestable[],
  annee: number,
): Promise<Uint8Array[]> {
  const made: Uint8Array[] = [];
  for (const counted of await countYear(db, rows, annee)) {
    const { agence, client } = counted;
    const langues = client.langue === "fr" ? (["fr"] as const) : ([client.langue, "fr"] as const);
    const [own, french] = await Promise.all(langues.map((one) => presentAttestation(db, counted, ctx, one)));
    if (!own) continue;
    const head = { emetteur: emetteurOf(agence), pays: agence.pays, date: civilDay(ctx.now, agence.fuseau) };
    made.push(await renderAttestation({ ...head, langue: client.langue, own, french: french ?? own }));
  }
  return made;
}

const subjects = (rows: readonly Attestable[], annee: number) =>
  rows.map(({ client }) => ({
    type: "client",
    id: client.id,
    agenceId: client.agenceId,
    data: { attestation: annee },
  }));
