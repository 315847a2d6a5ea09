import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { creneauxShape } from "@/lib/prestations/schemas";
import { acceptReservation } from "@/lib/reservations/accept-reservation";
import { cancelReservation } from "@/lib/reservations/cancel-reservation";
import { createReservation } from "@/lib/reservations/create-reservation";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import { listReservations } from "@/lib/reservations/list-reservations";
import { readReservation } from "@/lib/reservations/read-reservation";
import { refuseReservation } from "@/lib/reservations/refuse-reservation";
import { reservationShape } from "@/lib/reservations/schemas";

const tag = "reservations";
const location = ({ id }: { id: number }) => `/reservations/${id}/`;

export function reservationRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/reservations/", {
    tag,
    summary: { fr: "Rechercher des réservations", en: "Search reservations" },
    operation: listReservations,
    response: pageOf(reservationShape),
    list: true,
  });
  endpoint(api, "post", "/reservations/", {
    tag,
    summary: { fr: "Demander une réservation", en: "Ask for a reservation" },
    operation: createReservation,
    response: reservationShape,
    status: 201,
    location,
  });
  endpoint(api, "get", "/reservations/creneaux/", {
    tag,
    summary: { fr: "Chercher des créneaux libres", en: "Find free slots" },
    operation: listCreneaux,
    response: creneauxShape,
  });
  endpoint(api, "get", "/reservations/{id}/", {
    tag,
    summary: { fr: "Lire une réservation", en: "Read a reservation" },
    operation: readReservation,
    response: reservationShape,
  });
  endpoint(api, "post", "/reservations/{id}/acceptation/", {
    tag,
    summary: { fr: "Accepter une réservation", en: "Accept a reservation" },
    operation: acceptReservation,
    response: reservationShape,
    status: 201,
    location,
  });
  endpoint(api, "post", "/reservations/{id}/refus/", {
    tag,
    summary: { fr: "Refuser une réservation", en: "Refuse a reservation" },
    operation: refuseReservation,
    response: reservationShape,
    status: 201,
    location,
  });
  endpoint(api, "post", "/reservations/{id}/annulation/", {
    tag,
    summary: { fr: "Annuler une réservation", en: "Cancel a reservation" },
    operation: cancelReservation,
    response: reservationShape,
    status: 201,
    location,
  });
}
