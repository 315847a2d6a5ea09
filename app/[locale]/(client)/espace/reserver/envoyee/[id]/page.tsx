import { CircleCheckBig } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { visitWhen } from "@/components/prestations/visit-words";
import { ForgetDraft } from "@/components/reservations/draft-text";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { load } from "@/lib/delivery/page";
import { formatRelativeDay, formatTime } from "@/lib/i18n/format";
import { readReservation } from "@/lib/reservations/read-reservation";
import { clientArea } from "../../../area";

export async function generateMetadata() {
  return { title: (await getTranslations("reservations.sent"))("title") };
}

/** The request is on its way: what happens next, and until when the slot is held. */
export default async function BookingSent({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await clientArea(`/espace/reserver/envoyee/${id}`);
  const [t, reservation] = await Promise.all([
    getTranslations("reservations.sent"),
    load(readReservation, { id }),
  ]);
  const visit = reservation.prestation;
  const moment = (text: string) =>
    t("moment", {
      day: formatRelativeDay(new Date(text), area.words),
      time: formatTime(new Date(text), area.words),
    });
  const steps = [
    reservation.statut === "demandee" ? t("held", { until: moment(reservation.expire_le) }) : t("confirmed"),
    t("told"),
    t("changeable", { until: moment(visit.modifiable_jusqua) }),
  ];
  const person = visit.intervenant?.prenom;
  return (
    <div className="mx-auto max-w-2xl space-y-6">
      <ForgetDraft />
      <header className="flex flex-col items-center gap-3 text-center">
        <span
          aria-hidden
          className="grid size-16 place-items-center rounded-full bg-success-soft text-success-text"
        >
          <CircleCheckBig className="size-8" />
        </span>
        <h1 className="text-2xl font-semibold sm:text-3xl">{t("title")}</h1>
        <p className="text-lg">
          {person
            ? t("whatWith", { service: visit.libelle, name: person, when: visitWhen(visit, area.words) })
            : t("what", { service: visit.libelle, when: visitWhen(visit, area.words) })}
        </p>
      </header>
      <Card as="section" tone="warm">
        <h2 className="mb-3 text-lg font-semibold">{t("next")}</h2>
        <ol className="space-y-3">
          {steps.map((step, index) => (
            <li key={step} className="flex gap-3">
              <span
                aria-hidden
                className="grid size-7 shrink-0 place-items-center rounded-full bg-raised font-semibold text-warm-text"
              >
                {index + 1}
              </span>
              <span className="pt-0.5">{step}</span>
            </li>
          ))}
        </ol>
      </Card>
      <div className="flex flex-col gap-3 sm:flex-row sm:justify-center">
        <LinkButton href={`/espace/visites/${visit.id}`} variant="primary" size="lg">
          {t("seeVisit")}
        </LinkButton>
        <LinkButton href="/espace" size="lg">
          {t("home")}
        </LinkButton>
      </div>
    </div>
  );
}
