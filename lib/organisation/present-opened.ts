import type { UtilisateurRow } from "./account-store";

/** What a door needs of an account whose session opens. */
export function presentOpened({ id, role, langue, versionJeton, prenom, nom }: UtilisateurRow) {
  return { id, role, langue, versionJeton, nom: `${prenom} ${nom}`.trim() };
}
