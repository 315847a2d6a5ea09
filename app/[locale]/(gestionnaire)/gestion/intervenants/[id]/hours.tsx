import { getTranslations } from "next-intl/server";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { HoursEditor } from "@/components/terrain/hours-editor";
import { SectionHeader } from "@/components/ui/section-header";
import { load } from "@/lib/delivery/page";
import { formatDate } from "@/lib/i18n/format";
import { listDisponibilites } from "@/lib/intervenants/list-disponibilites";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import type { GestionArea } from "../../area";
import { saveHours } from "../actions";

// A Monday, to name the days of the week.
const monday = (index: number) => `2026-06-0${1 + index}`;

/** The hours of an ordinary week, day by day. */
export async function Hours({ person, area }: { person: IntervenantShape; area: GestionArea }) {
  const [t, tHours, { results }] = await Promise.all([
    getTranslations("intervenants.gestion.file"),
    getTranslations("terrain.hours"),
    load(listDisponibilites, { intervenant_id: person.id, limit: 200 }),
  ]);
  const days = Array.from({ length: 7 }, (_, index) =>
    formatDate(monday(index), { ...area.words, style: "weekday" }),
  );
  return (
    <section aria-labelledby="horaires">
      <SectionHeader id="horaires" title={t("hours")} description={t("hoursHelp")} />
      <MessagesProvider names={["terrain"]}>
        <div className="max-w-2xl">
          <HoursEditor
            action={saveHours.bind(null, person.id)}
            label={t("hours")}
            submit={t("saveHours")}
            days={days}
            rows={results.map(({ jour, heure_debut, heure_fin, du, au }) => ({
              jour,
              debut: heure_debut,
              fin: heure_fin,
              du,
              au,
              period: au && au >= area.today ? tHours("until", { date: formatDate(au, area.words) }) : "",
              isPast: au !== null && au < area.today,
            }))}
          />
        </div>
      </MessagesProvider>
    </section>
  );
}
