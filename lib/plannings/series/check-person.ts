import type { Queryable } from "@/db/client";
import type { ActiviteRow } from "@/lib/activites/match-activite";
import { refuseField } from "@/lib/foundation/errors";
import { instantOf } from "@/lib/foundation/zoned";
import { findCandidats } from "@/lib/prestations/find-besoin";
import type { Place } from "@/lib/prestations/place-prestation";

type Asked = {
  place: Place;
  activite: ActiviteRow;
  intervenantId: number | null;
  dureeMin: number;
  premierJour: string;
  heure: string;
};

/**
 * Refuses at once what could make none of the visits: `visitTooLong`, `intervenantUnknown` (another agency's too),
 * `skillMissing`.
 */
export async function checkPerson(db: Queryable, asked: Asked): Promise<void> {
  const { place, activite, intervenantId, dureeMin, premierJour, heure } = asked;
  if (activite.dureeMaxMin !== null && dureeMin > activite.dureeMaxMin)
    throw refuseField("visitTooLong", "duree");
  if (intervenantId === null) return;
  const debut = instantOf(`${premierJour}T${heure}`, place.agence.fuseau, "premier_jour").getTime();
  const visit = {
    debut,
    fin: debut + dureeMin * 60_000,
    zone: place.agence.fuseau,
    codePostal: place.adresse.codePostal,
    dureeMaxMin: activite.dureeMaxMin,
  };
  const besoin = { place, adresse: place.adresse, activite, visit };
  const [person] = await findCandidats(db, besoin, { ids: [intervenantId] });
  if (!person) throw refuseField("intervenantUnknown", "intervenant_id");
  if (!person.competent) throw refuseField("skillMissing", "intervenant_id");
}
