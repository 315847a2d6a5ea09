import { Ban, CalendarPlus, CircleCheck, Inbox, LogIn, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDateTime, type Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { Timeline, type TimelineItem } from "../ui/timeline";

/** What happened to a visit so far, oldest first. */
export function VisitHistory({
  visit,
  words,
  money,
}: {
  visit: Prestation;
  words: Relative;
  money: (amount: string, devise: string) => string;
}) {
  const t = useTranslations("plannings.history");
  const tRequest = useTranslations("states.reservation");
  const at = (text: string) =>
    formatDateTime(new Date(text), { ...words, timeZone: visit.fuseau, style: "medium" });
  const items: (TimelineItem | null)[] = [
    {
      key: "created",
      title: t(visit.saisie_apres_coup ? "recorded" : "created"),
      time: at(visit.cree_le),
      icon: <CalendarPlus />,
    },
    visit.reservation
      ? {
          key: "request",
          title: t("request", { state: tRequest(visit.reservation.statut) }),
          icon: <Inbox />,
          tone: visit.reservation.statut === "demandee" ? "warning" : "neutral",
        }
      : null,
    ...visit.pointages.map(
      ({ type, horodatage }): TimelineItem => ({
        key: type,
        title: t(type === "arrivee" ? "arrived" : "left"),
        time: at(horodatage),
        icon: type === "arrivee" ? <LogIn className="mirror" /> : <LogOut className="mirror" />,
        tone: "warm",
      }),
    ),
    visit.duree_facturee === null
      ? null
      : { key: "validated", title: t("validated"), icon: <CircleCheck />, tone: "success" },
    visit.annulation
      ? {
          key: "cancelled",
          title: t("cancelled"),
          time: at(visit.annulation.le),
          icon: <Ban />,
          tone: "danger",
          children: (
            <>
              <p>{visit.annulation.motif}</p>
              {Number(visit.annulation.frais) > 0 ? (
                <p>{t("fee", { amount: money(visit.annulation.frais, visit.devise) })}</p>
              ) : null}
            </>
          ),
        }
      : null,
  ];
  return <Timeline items={items.filter((item) => item !== null)} />;
}
