import type { Queryable } from "@/db/client";
import { hasWithdrawn } from "@/lib/foundation/consents";
import type { Locale } from "@/lib/foundation/context";
import { annonces, type Public } from "./evenement";
import type { Evenement } from "./evenement-store";
import { accountOfIntervenant, activeAccount, type Person, teamOf } from "./personne-store";
import { isRestricted } from "./restriction-store";

/** Someone to tell: with an account they get a notice, with an e-mail address a message. */
export type Destinataire = {
  lecteur: Public;
  utilisateurId: number | null;
  email: string;
  prenom: string;
  langue: Locale;
  /** Had the visit, and has it no longer. */
  ancien?: true;
};

/** Everyone whom an event concerns, but not the one who caused it (unless a receipt is due). */
export async function destinatairesOf(
  db: Queryable,
  type: string,
  evenement: Evenement,
  { acteurId, ancien }: { acteurId: number | null; ancien?: number },
): Promise<Destinataire[]> {
  const told = annonces[type] ?? {};
  const groups = await Promise.all([
    told.client ? clientOf(db, type, evenement) : [],
    told.intervenant ? intervenantOf(db, evenement) : [],
    told.intervenant && ancien ? ancienOf(db, evenement, ancien) : [],
    told.equipe && evenement.agence
      ? teamOf(db, evenement.agence.id).then((team) => team.map((one) => withAccount("equipe", one)))
      : [],
    told.titulaire && evenement.titulaire ? [withAccount("titulaire", evenement.titulaire)] : [],
  ]);
  return groups
    .flat()
    .filter(
      (one) =>
        one.utilisateurId === null || one.utilisateurId !== acteurId || told[one.lecteur]?.soi === true,
    );
}

/** The client's account, or the address in their file when they have none; nobody once the file is erased. */
async function clientOf(db: Queryable, type: string, { client }: Evenement): Promise<Destinataire[]> {
  if (!client || client.effaceLe) return [];
  // Asking for a review is no part of the service: not while the file is restricted (GDPR art. 18).
  if (type === "avis.demande" && (await isRestricted(db, client.id))) return [];
  if (type === "avis.demande" && (await hasWithdrawn(db, "demande_avis", client.id))) return [];
  if (client.utilisateurId !== null) {
    const account = await activeAccount(db, client.utilisateurId);
    return account ? [withAccount("client", account)] : [];
  }
  const { email, prenom, langue } = client;
  return email ? [{ lecteur: "client", utilisateurId: null, email, prenom, langue }] : [];
}

async function intervenantOf(db: Queryable, { intervenant }: Evenement): Promise<Destinataire[]> {
  const account = intervenant?.utilisateurId ? await activeAccount(db, intervenant.utilisateurId) : undefined;
  return account ? [withAccount("intervenant", account)] : [];
}

async function ancienOf(db: Queryable, { intervenant }: Evenement, id: number): Promise<Destinataire[]> {
  const account = id === intervenant?.id ? undefined : await accountOfIntervenant(db, id);
  return account ? [{ ...withAccount("intervenant", account), ancien: true }] : [];
}

function withAccount(lecteur: Public, { id, email, prenom, langue }: Person): Destinataire {
  return { lecteur, utilisateurId: id, email, prenom, langue };
}
