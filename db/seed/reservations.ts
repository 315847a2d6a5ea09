import type { reservations } from "../schema/prestations";
import type { PlainInsert } from "../vault/open";
import { addDays, addMinutes } from "./calendar";
import { findSlot, type Monde } from "./calendrier";
import { dice } from "./random";
import { hasRegularVisits } from "./tournees";
import { gestionnaireOf } from "./utilisateurs";
import type { Chantier, Visite } from "./visites";

type Row = PlainInsert<typeof reservations>;
type Etat = NonNullable<Row["statut"]>;
/** `id` is given at the end, in the order of asking. */
export type Demande = { id: number; visit: Visite; row: Omit<Row, "id" | "prestationId"> };

const refus = ["Aucun intervenant disponible à cette heure", "Hors de notre zone", "Délai trop court"];
const messages = [
  "",
  "",
  "Merci de sonner chez la gardienne.",
  "Plutôt le matin si possible.",
  "Première fois, merci de m'appeler avant.",
];

/** Requests of clients: some wait for an answer with their slot held, others were answered, freed or withdrawn. */
export function makeDemandes(chantier: Chantier, monde: Monde, accounts: Map<number, number>): Demande[] {
  const random = dice("reservations");
  const { world } = chantier;
  const wanted: [Etat, number[]][] = [
    ["demandee", [1, 2, 5, 6, 9, 10, 17, 95, 100, 112, 155, 160]],
    ["acceptee", [1, 3, 4, 7, 8, 14, 97, 101, 120, 156, 161, 170]],
    ["refusee", [6, 21, 104, 158, 163]],
    ["expiree", [11, 23, 107, 166]],
    ["annulee", [2, 26, 110, 168]],
  ];
  return wanted.flatMap(([statut, clientIds]) =>
    clientIds.flatMap((wish): Demande[] => {
      const visit = slotFor(chantier, monde, wish, addDays(world.today, random.int(4, 16)));
      if (!visit) return [];
      const { clientId } = visit;
      const waiting = statut === "demandee";
      const asked = addMinutes(
        world.now,
        -(waiting ? random.int(30, 36 * 60) : random.int(4 * 1440, 12 * 1440)),
      );
      const author = accounts.get(clientId) ?? gestionnaireOf(visit.agenceId);
      const answered =
        statut === "expiree" ? addMinutes(asked, 48 * 60) : addMinutes(asked, random.int(40, 1400));
      settle(visit, statut, asked, answered, author);
      const decider =
        statut === "annulee" ? author : statut === "expiree" ? null : gestionnaireOf(visit.agenceId);
      const row = {
        agenceId: visit.agenceId,
        clientId,
        dateDemandee: visit.debut,
        statut,
        motif: statut === "refusee" ? random.pick(refus) : "",
        message: random.pick(messages),
        expireLe: addMinutes(asked, 48 * 60),
        creePar: author,
        decidePar: waiting ? null : decider,
        decideLe: waiting ? null : answered,
        version: waiting ? 1 : 2,
        creeLe: asked,
        modifieLe: waiting ? asked : answered,
      };
      return [{ id: 0, visit, row }];
    }),
  );
}

/** A free slot for this client or, when nobody near can come, for the next one of the agency. */
function slotFor(chantier: Chantier, monde: Monde, wish: number, from: string): Visite | null {
  const agenceId = monde.people[wish - 1]?.agenceId;
  const candidates = monde.people.filter(
    (client) => client.agenceId === agenceId && hasRegularVisits(client),
  );
  const first = candidates.findIndex(({ id }) => id >= wish);
  for (const client of [...candidates.slice(first), ...candidates.slice(0, first)]) {
    const visit = findSlot(chantier, monde, client.id, from);
    if (visit) return visit;
  }
  return null;
}

const cancelReason: Partial<Record<Etat, string>> = {
  refusee: "Demande refusée",
  expiree: "Demande restée sans réponse",
  annulee: "Demande retirée par le client",
};

function settle(visit: Visite, statut: Etat, asked: Date, answered: Date, author: number): void {
  visit.creeLe = asked;
  visit.modifieLe = statut === "demandee" ? asked : answered;
  const reason = cancelReason[statut];
  if (statut === "acceptee") {
    visit.statut = "confirmee";
    visit.version = 2;
  }
  if (!reason) return;
  visit.statut = "annulee";
  visit.version = 2;
  visit.annulationMotif = reason;
  visit.annuleeLe = answered;
  visit.annuleePar =
    statut === "annulee" ? author : statut === "refusee" ? gestionnaireOf(visit.agenceId) : null;
}
