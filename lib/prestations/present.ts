import { taxCredit } from "@/lib/activites/prix";
import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { FILE_MS } from "@/lib/foundation/reach";
import { withOffset } from "@/lib/foundation/zoned";
import { noticeLimit } from "./prestation";
import type { Lieu, Prestation } from "./schemas";
import type { PrestationFile } from "./store";

/**
 * A visit as the caller may see it. An auditeur sees pseudonyms, no contact, address or free text; a client sees the
 * intervenant's first name and initial; door codes and phones are for staff and the assigned intervenant.
 */
export function presentPrestation(file: PrestationFile, ctx: Context): Prestation {
  const { prestation: row, fuseau } = file;
  const hidden = ctx.actor.role === "auditeur";
  const at = (instant: Date) => withOffset(instant, fuseau);
  return {
    id: row.id,
    agence_id: row.agenceId,
    client_id: row.clientId,
    client: presentClient(file, ctx),
    intervenant_id: row.intervenantId,
    intervenant: presentIntervenant(file, ctx),
    type: file.activite.code,
    libelle: file.activite.libelles[ctx.locale],
    date: at(row.debut),
    fin: at(row.fin),
    duree: minutesBetween(row.debut, row.fin) / 60,
    statut: row.statut,
    adresse_id: row.adresseId,
    adresse: hidden ? null : presentLieu(file, ctx),
    ...money(file),
    instructions: hidden ? "" : row.instructions,
    note_intervenant: hidden || ctx.actor.role === "client" ? "" : row.noteIntervenant,
    saisie_apres_coup: row.saisieApresCoup,
    derogation: isStaff(ctx) ? row.derogation : "",
    serie:
      row.serieId === null
        ? null
        : {
            id: row.serieId,
            modifiee: row.serieModifiee,
            empechement: isStaff(ctx) ? row.serieEmpechement : "",
          },
    annulation: row.annuleeLe
      ? {
          motif: hidden ? "" : row.annulationMotif,
          le: at(row.annuleeLe),
          frais: centsToDecimal(row.fraisAnnulation),
        }
      : null,
    pointages: file.pointages.map((one) => ({ type: one.type, horodatage: at(new Date(one.horodatage)) })),
    duree_facturee: row.dureeFactureeMin === null ? null : row.dureeFactureeMin / 60,
    reservation: file.reservation && {
      ...file.reservation,
      expire_le: at(new Date(file.reservation.expire_le)),
      date_precedente: file.reservation.date_precedente && at(new Date(file.reservation.date_precedente)),
    },
    modifiable_jusqua: at(noticeLimit(row.debut, file.preavisHeures)),
    fuseau,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}

export const minutesBetween = (debut: Date, fin: Date) =>
  Math.round((fin.getTime() - debut.getTime()) / 60_000);

const isStaff = ({ actor }: Pick<Context, "actor">) =>
  actor.role === "admin" || actor.role === "gestionnaire" || actor.role === "system";

/** Staff, or the intervenant to whom this visit is assigned, as long as they may open the client's file for it. */
const mayEnter = ({ prestation }: PrestationFile, { actor, now }: Context) =>
  isStaff({ actor }) ||
  (actor.role === "intervenant" &&
    actor.intervenantId === prestation.intervenantId &&
    prestation.statut !== "annulee" &&
    Math.abs(prestation.debut.getTime() - now.getTime()) <= FILE_MS);

function money({ prestation: row, tauxCreditBp }: PrestationFile) {
  return {
    prix_ttc: centsToDecimal(row.prixTtc),
    prix_horaire_ttc: centsToDecimal(row.prixHoraireTtc),
    devise: row.devise,
    credit_impot_indicatif:
      tauxCreditBp === null
        ? null
        : centsToDecimal(taxCredit({ ttcCents: row.prixTtc, rateBp: tauxCreditBp })),
  };
}

function presentClient(file: PrestationFile, ctx: Context): Prestation["client"] {
  const { client } = file;
  if (ctx.actor.role === "auditeur")
    return { id: client.id, nom: pseudonym("client", client.id), telephone: null };
  return {
    id: client.id,
    nom: `${client.prenom} ${client.nom}`.trim(),
    telephone: mayEnter(file, ctx) ? client.telephone : null,
  };
}

function presentIntervenant({ intervenant }: PrestationFile, ctx: Context): Prestation["intervenant"] {
  if (!intervenant) return null;
  const { id, prenom, nom, telephone } = intervenant;
  if (ctx.actor.role === "auditeur")
    return { id, prenom: "", nom: pseudonym("intervenant", id), telephone: null };
  if (ctx.actor.role === "client")
    return { id, prenom, nom: nom ? `${Array.from(nom)[0]}.` : "", telephone: null };
  return { id, prenom, nom, telephone: isStaff(ctx) ? telephone : null };
}

function presentLieu(file: PrestationFile, ctx: Context): Lieu {
  const { adresse } = file;
  return {
    id: adresse.id,
    libelle: adresse.libelle,
    voie: adresse.voie,
    complement: adresse.complement,
    code_postal: adresse.codePostal,
    commune: adresse.commune,
    pays: adresse.pays,
    latitude: adresse.latitude,
    longitude: adresse.longitude,
    acces: mayEnter(file, ctx) ? adresse.acces : "",
  };
}
