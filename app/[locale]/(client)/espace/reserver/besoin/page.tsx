import { ArrowRight, Plus } from "lucide-react";
import Form from "next/form";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/client/address-form";
import { addressLines, hoursText } from "@/components/prestations/visit-words";
import { buttonClass } from "@/components/ui/button-style";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RadioCards } from "@/components/ui/radio-cards";
import { readActivite } from "@/lib/activites/read-activite";
import { readClient } from "@/lib/clients/read-client";
import type { ClientFile } from "@/lib/clients/schemas";
import { load } from "@/lib/delivery/page";
import { getPathname } from "@/lib/i18n/navigation";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { type ClientArea, clientArea } from "../../area";
import { addBookingAddress } from "../adresse/actions";
import { type Booking, bookingHref, bookingOf } from "../booking";
import { BookingSteps } from "../booking-steps";
import { durationsOf } from "../durations";

export async function generateMetadata() {
  return { title: (await getTranslations("reservations.need"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Second step: where, how long and, if it matters, with whom. */
export default async function NeedStep({ searchParams }: Props) {
  const booking = await bookingOf(searchParams);
  const area = await clientArea(bookingHref("need", booking));
  if (!booking.type) redirect(`/${area.words.locale}${bookingHref("service", {})}`);
  const [t, activite, client] = await Promise.all([
    getTranslations("reservations.need"),
    load(readActivite, { id: booking.type }),
    load(readClient, { id: area.clientId }),
  ]);
  const minimumMin = activite.prix.find((one) => one.agence_id === area.agence.id)?.minimum_min ?? 60;
  const durations = durationsOf(minimumMin, activite.duree_max_min);
  return (
    <>
      <PageHeader
        title={activite.libelle}
        description={t("lead")}
        back={{ href: bookingHref("service", {}), label: t("otherService") }}
      />
      <BookingSteps current={1} booking={booking} />
      {client.adresses.length === 0 ? (
        <FirstAddress booking={booking} country={area.agence.pays} />
      ) : (
        <NeedForm area={area} booking={booking} client={client} durations={durations} />
      )}
    </>
  );
}

async function FirstAddress({ booking, country }: { booking: Booking; country: string }) {
  const t = await getTranslations("reservations.need");
  return (
    <section aria-label={t("firstAddress")}>
      <p className="mb-4 text-lg">{t("firstAddress")}</p>
      <AddressForm action={addBookingAddress.bind(null, booking)} submit={t("continue")} country={country} />
    </section>
  );
}

async function NeedForm({
  area,
  booking,
  client,
  durations,
}: {
  area: ClientArea;
  booking: Booking;
  client: ClientFile;
  durations: number[];
}) {
  const [t, known] = await Promise.all([getTranslations("reservations.need"), knownPeople()]);
  const chosen = booking.duree ?? String(durations.find((hours) => hours >= 2) ?? durations.at(-1));
  return (
    <Form
      action={getPathname({ locale: area.words.locale, href: "/espace/reserver/creneaux" })}
      className="max-w-3xl space-y-8"
    >
      <input type="hidden" name="type" value={booking.type} />
      <div className="space-y-3">
        <RadioCards
          name="adresse_id"
          label={t("where")}
          defaultValue={booking.adresse_id ?? String(client.adresses[0]?.id)}
          options={client.adresses.map((one) => ({
            value: String(one.id),
            label: <bdi>{one.libelle || one.voie}</bdi>,
            description: <bdi>{addressLines(one).join(", ")}</bdi>,
          }))}
        />
        <LinkButton href={bookingHref("address", booking)} variant="ghost" icon={<Plus aria-hidden />}>
          {t("addAddress")}
        </LinkButton>
      </div>
      <RadioCards
        name="duree"
        label={t("howLong")}
        columns={4}
        defaultValue={durations.map(String).includes(chosen) ? chosen : String(durations[0])}
        options={durations.map((hours) => ({ value: String(hours), label: hoursText(hours, area.words) }))}
      />
      {known.length > 0 ? (
        <RadioCards
          name="intervenant_id"
          label={t("withWhom")}
          columns={2}
          defaultValue={booking.intervenant_id ?? ""}
          options={[
            { value: "", label: t("anyone"), description: t("anyoneHelp") },
            ...known.map(({ id, prenom }) => ({
              value: String(id),
              label: prenom,
              description: t("alreadyCame", { name: prenom }),
            })),
          ]}
        />
      ) : null}
      <button type="submit" className={buttonClass("primary", "lg", "w-full sm:w-auto")}>
        {t("seeSlots")}
        <ArrowRight aria-hidden className="mirror" />
      </button>
    </Form>
  );
}

/** Who has been to this client's home lately, most recent first. */
async function knownPeople() {
  const past = await load(listPrestations, {
    statut: "realisee,validee,facturee",
    ordering: "-date",
    limit: 40,
  });
  const people = new Map(past.results.flatMap(({ intervenant: one }) => (one ? [[one.id, one]] : [])));
  return [...people.values()].slice(0, 5);
}
