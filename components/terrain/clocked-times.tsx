import { DoorOpen, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatTime, type Language } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { SectionHeader } from "../ui/section-header";
import { Timeline } from "../ui/timeline";

/** Arrival and departure as recorded. */
export function ClockedTimes({ visit, words }: { visit: Prestation; words: Language }) {
  const t = useTranslations("states.pointage");
  const title = useTranslations("terrain.visit")("clocked");
  if (visit.pointages.length === 0) return null;
  return (
    <section aria-labelledby="pointages">
      <SectionHeader id="pointages" title={title} />
      <Timeline
        items={visit.pointages.map(({ type, horodatage }) => ({
          key: `${type}${horodatage}`,
          title: t(type),
          time: formatTime(new Date(horodatage), { ...words, timeZone: visit.fuseau }),
          icon: type === "arrivee" ? <DoorOpen aria-hidden /> : <LogOut aria-hidden />,
          tone: type === "arrivee" ? "accent" : "success",
        }))}
      />
    </section>
  );
}
