import { Refused, refuseField } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { renderCopyIndex } from "./copy-index";
import { findIntervenantConcerned, forIndex, sourcesOfIntervenant } from "./copy-intervenant-store";
import { readCopy, serviceLabels } from "./copy-store";
import { startZip } from "./zip";

const shown = ["identity", "account", "work", "mails", "requests", "accesses"] as const;

/**
 * Everything held about an intervenant in one archive (GDPR art. 15 and 20): JSON, and a page to read in their language.
 * Whom they visited and where is left out: it is about somebody else. Logged as an export for everyone. Throws
 * `notFound` out of reach, `clientErased` once there is nothing left to copy.
 */
export const exportIntervenant = query({
  name: "rgpd.exportIntervenant",
  input: byId,
  run: async ({ db, input: { id }, ctx, scope }) => {
    const found = await findIntervenantConcerned(db, scope, id);
    if (!found) throw new Refused("notFound");
    const { intervenant, agence, emailCompte } = found;
    if (intervenant.effaceLe) throw refuseField("clientErased", "id");
    const { agenceId, utilisateurId, prenom, nom, email } = intervenant;
    const emails = [...new Set([email, emailCompte ?? ""].filter(Boolean))];
    const copy = await readCopy(db, { clientId: 0, utilisateurId, emails }, sourcesOfIntervenant(id));
    const services = await serviceLabels(db, [
      ...new Set((copy.prestations ?? []).map((row) => Number(row.activite_id))),
    ]);
    const archive = startZip(ctx.now);
    const head = { fait_le: ctx.now.toISOString(), intervenant_id: id, agence: agence.nom };
    archive.add("donnees.json", JSON.stringify({ ...head, donnees: copy }, null, 2));
    const { pays, fuseau, devise } = agence;
    const person = {
      prenom,
      nom,
      langue: found.langue ?? ctx.locale,
      agence: agence.nom,
      pays,
      fuseau,
      devise,
    };
    const made = { copy: forIndex(copy), documents: [], omitted: 0, person, services, now: ctx.now };
    archive.add("index.html", renderCopyIndex({ ...made, only: shown }));
    const tables = Object.values(copy).filter((rows) => rows.length > 0).length;
    return { name: `mes-donnees-intervenant-${id}.zip`, bytes: archive.end(), id, agenceId, tables };
  },
  exports: ({ id, agenceId, tables }) => ({ type: "intervenant", id, agenceId, data: { tables } }),
});
