import { addressLines, hoursText } from "@/components/prestations/visit-words";
import { simulateDevis } from "@/lib/activites/simulate-devis";
import { readClient } from "@/lib/clients/read-client";
import { load } from "@/lib/delivery/page";
import type { ClientArea } from "../area";
import type { Booking } from "./booking";

/** What has been chosen so far, in words, with its price before and after the indicative tax credit. */
export async function quoteOf(area: ClientArea, booking: Booking) {
  const [estimate, client] = await Promise.all([
    load(simulateDevis, { type: booking.type, agence_id: area.agence.id, duree: booking.duree }),
    load(readClient, { id: area.clientId }),
  ]);
  const address =
    client.adresses.find((one) => String(one.id) === booking.adresse_id) ?? client.adresses[0] ?? null;
  return {
    service: estimate.libelle,
    duration: hoursText(estimate.duree, area.words),
    address: address ? [address.libelle, ...addressLines(address)].filter(Boolean).join(", ") : "",
    price: area.money(estimate.visite.montant_ttc, estimate.devise),
    afterCredit: estimate.credit_impot ? area.money(estimate.visite.reste_a_charge, estimate.devise) : null,
  };
}

export type Quote = Awaited<ReturnType<typeof quoteOf>>;
