import type { avis } from "../schema/suivi";
import type { PlainInsert } from "../vault/open";
import { addMinutes, earliest } from "./calendar";
import { avisParNote, reponsesAvis } from "./data/phrases";
import { dice } from "./random";
import type { Visite } from "./visites";
import type { World } from "./world";

/** Sixty reviews of finished visits: most published, the newest still waiting for the moderator, two refused. */
export function makeAvis(visits: readonly Visite[], world: World): PlainInsert<typeof avis>[] {
  const random = dice("avis");
  const rated = visits.filter(
    ({ statut, clientId }) => ["validee", "facturee"].includes(statut) && clientId !== 12,
  );
  const chosen = random.sample(rated, 60);
  return chosen.map((visit, index) => {
    const note = random.pick([5, 5, 5, 5, 4, 4, 4, 3, 2, 1]);
    const written = earliest(addMinutes(visit.valideeLe ?? visit.fin, random.int(60, 2880)), world.now);
    const waiting = index >= chosen.length - 9;
    const refused = index === 20 || index === 35;
    const decided = earliest(addMinutes(written, random.int(60, 3000)), world.now);
    const statut = waiting ? "en_attente" : refused ? "refuse" : "publie";
    return {
      id: index + 1,
      agenceId: visit.agenceId,
      prestationId: visit.id ?? 0,
      clientId: visit.clientId,
      note,
      commentaire: refused
        ? "Appelez-moi directement au 06 39 98 00 00, tarifs moins chers."
        : random.pick(avisParNote[note] ?? [""]),
      reponse:
        statut === "publie" && (note <= 2 || random.chance(0.25))
          ? note <= 3
            ? (reponsesAvis[2] ?? "")
            : random.pick(reponsesAvis.slice(0, 2))
          : "",
      statut: statut as "en_attente" | "publie" | "refuse",
      publieLe: statut === "publie" ? decided : null,
      version: waiting ? 1 : 2,
      creeLe: written,
      modifieLe: waiting ? written : decided,
    };
  });
}
