import { exportAttestation } from "@/lib/factures/export-attestations";
import { exportDevis } from "@/lib/factures/export-devis";
import { exportFactures } from "@/lib/factures/export-factures";
import type { Context } from "@/lib/foundation/context";
import { Refused, refuseField } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { type Document, renderCopyIndex } from "./copy-index";
import { type Copy, findConcerned, readCopy, serviceLabels } from "./copy-store";
import { clientCopy } from "./schemas";
import { startZip } from "./zip";

/** Documents in one archive at most, the newest; the page inside says how many are left out. */
export const MOST_DOCUMENTS = 500;

/**
 * Everything held about a client in one archive (GDPR art. 15 and 20): JSON, the PDFs of their invoices, quotes and
 * certificates, and a page to read in their language. Logged as an export for everyone, the client included. Throws
 * `notFound` out of reach, `clientErased` once there is nothing left to copy.
 */
export const exportClient = query({
  name: "rgpd.exportClient",
  input: clientCopy,
  run: async ({ db, input, ctx, scope }) => {
    const person = await findConcerned(db, scope, input.id);
    if (!person) throw new Refused("notFound");
    if (person.effaceLe) throw refuseField("clientErased", "id");
    const { id: clientId, agenceId, utilisateurId, emails } = person;
    const copy = await readCopy(db, { clientId, utilisateurId, emails });
    const archive = startZip(ctx.now);
    const wanted = input.documents ? documentsOf(copy, clientId) : [];
    const documents: Document[] = [];
    for (const one of wanted.slice(0, MOST_DOCUMENTS)) {
      const bytes = await one.make(ctx);
      if (!bytes) continue;
      archive.add(one.path, bytes);
      documents.push({ path: one.path, kind: one.kind, id: one.id });
    }
    const omitted = Math.max(0, wanted.length - MOST_DOCUMENTS);
    const services = await serviceLabels(db, idsIn(copy.prestations, "activite_id"));
    const made = ctx.now.toISOString();
    const head = { fait_le: made, client_id: clientId, agence: person.agence, documents_omis: omitted };
    archive.add("donnees.json", JSON.stringify({ ...head, donnees: copy }, null, 2));
    archive.add("index.html", renderCopyIndex({ copy, documents, omitted, person, services, now: ctx.now }));
    const tables = Object.values(copy).filter((rows) => rows.length > 0).length;
    const bytes = archive.end();
    return {
      name: `mes-donnees-${clientId}.zip`,
      bytes,
      clientId,
      agenceId,
      tables,
      files: documents.length,
    };
  },
  exports: ({ clientId, agenceId, tables, files }) => ({
    type: "client",
    id: clientId,
    agenceId,
    data: { tables, documents: files },
  }),
});

type Wanted = Document & { make: (ctx: Context) => Promise<Uint8Array | undefined> };

function documentsOf(copy: Copy, clientId: number): Wanted[] {
  const years = new Set((copy.paiements ?? []).map(({ date }) => Number(String(date).slice(0, 4))));
  return [
    ...(copy.factures ?? []).filter(hasContent).map((row) => ({
      kind: "factures" as const,
      id: Number(row.id),
      path: `factures/${row.numero}.pdf`,
      make: async (ctx: Context) => (await exportFactures(ctx, { id: row.id })).bytes,
    })),
    ...(copy.devis ?? []).map((row) => ({
      kind: "devis" as const,
      id: Number(row.id),
      path: `devis/${row.numero}.pdf`,
      make: async (ctx: Context) => (await exportDevis(ctx, { id: row.id })).bytes,
    })),
    ...[...years]
      .sort((a, b) => b - a)
      .map((annee) => ({
        kind: "attestations" as const,
        id: annee,
        path: `attestations/${annee}.pdf`,
        make: (ctx: Context) => certificate(ctx, annee, clientId),
      })),
  ];
}

/** What an invoice said is destroyed once its ten years are over; its row stays in the copy. */
const hasContent = (row: Record<string, unknown>) => row.contenu_detruit_le === null;

/** A year paid in a country without a tax benefit has no certificate. */
async function certificate(ctx: Context, annee: number, clientId: number): Promise<Uint8Array | undefined> {
  try {
    return (await exportAttestation(ctx, { annee, client_id: clientId })).bytes;
  } catch (error) {
    if (error instanceof Refused && error.code === "notFound") return undefined;
    throw error;
  }
}

const idsIn = (rows: Copy[string] | undefined, column: string): number[] => [
  ...new Set((rows ?? []).map((row) => Number(row[column]))),
];
