import type { Context } from "@/lib/foundation/context";
import { pseudonym } from "@/lib/foundation/pseudonym";
import type { ClientFile, ClientSummary } from "./schemas";
import type { AdresseRow, ClientFileRow, ClientListRow } from "./store";

/** A row of the list. To an auditeur the person is a pseudonym. */
export function presentClientSummary(row: ClientListRow, ctx: Context): ClientSummary {
  const hidden = ctx.actor.role === "auditeur";
  return {
    id: row.id,
    agence_id: row.agenceId,
    civilite: hidden ? "autre" : row.civilite,
    nom: hidden ? pseudonym("client", row.id) : row.nom,
    prenom: hidden ? "" : row.prenom,
    email: hidden ? "" : row.email,
    telephone: hidden ? "" : row.telephone,
    langue: row.langue,
    commune: hidden ? "" : (row.commune ?? ""),
    actif: row.actif,
    version: row.version,
    cree_le: row.creeLe.toISOString(),
    modifie_le: row.modifieLe.toISOString(),
  };
}

/** The whole file; an auditeur sees its form, not its content. Notes are for staff and the assigned intervenant. */
export function presentClient(file: ClientFileRow, ctx: Context): ClientFile {
  const { client } = file;
  const hidden = ctx.actor.role === "auditeur";
  const commune = file.adresses[0]?.commune ?? "";
  return {
    ...presentClientSummary({ ...client, commune }, ctx),
    naissance: hidden ? null : client.naissance,
    efface_le: client.effaceLe?.toISOString() ?? null,
    notes: hidden || ctx.actor.role === "client" ? "" : client.notes,
    adresses: hidden ? [] : file.adresses.map(presentAdresse),
    contacts: hidden
      ? []
      : file.contacts.map(({ nom, lien, telephone, email, urgence }) => ({
          nom,
          lien,
          telephone,
          email,
          urgence,
        })),
  };
}

export function presentAdresse(row: AdresseRow) {
  return {
    id: row.id,
    libelle: row.libelle,
    voie: row.voie,
    complement: row.complement,
    code_postal: row.codePostal,
    commune: row.commune,
    pays: row.pays,
    latitude: row.latitude,
    longitude: row.longitude,
    acces: row.acces,
    principale: row.principale,
  };
}
