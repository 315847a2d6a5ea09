import { getTranslations } from "next-intl/server";
import { visitWhen } from "@/components/prestations/visit-words";
import { SlotPicker } from "@/components/reservations/slot-picker";
import { daysOf, weekFrom } from "@/components/reservations/slot-week";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load, searchInput } from "@/lib/delivery/page";
import { civilDay } from "@/lib/foundation/zoned";
import { readPrestation } from "@/lib/prestations/read-prestation";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import { clientArea } from "../../../area";

export async function generateMetadata() {
  return { title: (await getTranslations("prestations.move"))("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Another slot for a planned visit: the same choice as when it was booked, first with the same person. */
export default async function MoveVisit({ params, searchParams }: Props) {
  const { id } = await params;
  const { du, avec } = searchInput(await searchParams);
  const base = `/espace/visites/${id}`;
  const area = await clientArea(`${base}/deplacer`);
  const today = civilDay(area.words.now, area.agence.fuseau);
  const week = weekFrom(du, today);
  const visit = await load(readPrestation, { id });
  const person = avec === "tous" ? null : visit.intervenant;
  const [t, found] = await Promise.all([
    getTranslations("prestations.move"),
    load(listCreneaux, {
      prestation_id: id,
      intervenant_id: person?.id,
      du: week.du,
      au: week.au,
    }),
  ]);
  const hrefWith = (from: string, who: string | undefined) =>
    `${base}/deplacer?${new URLSearchParams({ du: from, ...(who && { avec: who }) })}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("now", { service: visit.libelle, when: visitWhen(visit, area.words) })}
        back={{ href: base, label: t("back") }}
        actions={
          visit.intervenant ? (
            <LinkButton href={hrefWith(week.du, person ? "tous" : undefined)}>
              {person ? t("anyone") : t("onlyWith", { name: visit.intervenant.prenom })}
            </LinkButton>
          ) : null
        }
      />
      <div className="max-w-3xl">
        <SlotPicker
          week={week}
          today={today}
          days={daysOf(week, today, found)}
          words={area.words}
          keep={{ avec }}
          weekHref={(from) => hrefWith(from, avec)}
          hrefOf={(slot) =>
            `${base}/deplacer/confirmer?${new URLSearchParams({ date: slot.date, avec: String(slot.intervenant.id) })}`
          }
          whenEmpty={person ? <LinkButton href={hrefWith(week.du, "tous")}>{t("anyone")}</LinkButton> : null}
        />
      </div>
    </>
  );
}
