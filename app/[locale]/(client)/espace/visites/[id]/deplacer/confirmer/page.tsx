import { ArrowDown } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { visitWhen } from "@/components/prestations/visit-words";
import { SlotAlternatives } from "@/components/reservations/slot-alternatives";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { load, searchInput } from "@/lib/delivery/page";
import { readPrestation } from "@/lib/prestations/read-prestation";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import { clientArea } from "../../../../area";
import { moveVisit } from "../../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("prestations.move"))("confirmTitle") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Before and after, then yes. */
export default async function ConfirmMove({ params, searchParams }: Props) {
  const { id } = await params;
  const { date, avec } = searchInput(await searchParams);
  const base = `/espace/visites/${id}`;
  const area = await clientArea(base);
  if (!date || !/^\d{4}-\d{2}-\d{2}T/.test(date)) notFound();
  const day = date.slice(0, 10);
  const [t, visit, found] = await Promise.all([
    getTranslations("prestations.move"),
    load(readPrestation, { id }),
    load(listCreneaux, { prestation_id: id, intervenant_id: avec, du: day, au: day }),
  ]);
  const instant = new Date(date).getTime();
  const slot = found.results
    .flatMap(({ creneaux }) => creneaux)
    .find((one) => new Date(one.date).getTime() === instant);
  const otherHref = `${base}/deplacer?${new URLSearchParams({ du: day })}`;
  if (!slot)
    return (
      <>
        <PageHeader title={t("confirmTitle")} back={{ href: otherHref, label: t("otherSlot") }} />
        <Notice
          tone="warning"
          title={t("gone")}
          actions={
            <LinkButton href={otherHref} variant="primary">
              {t("otherSlot")}
            </LinkButton>
          }
        />
      </>
    );
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("confirmTitle")} back={{ href: otherHref, label: t("otherSlot") }} />
      <Card as="section" className="space-y-3">
        <Line term={t("before")} when={visitWhen(visit, area.words)} name={visit.intervenant?.prenom} isOld />
        <ArrowDown aria-hidden className="size-6 text-ink-muted" />
        <Line
          term={t("after")}
          when={visitWhen({ ...slot, fuseau: visit.fuseau }, area.words)}
          name={slot.intervenant.prenom}
        />
      </Card>
      <p className="my-5 text-ink-muted">{t("asksAgain")}</p>
      <ActionForm action={moveVisit} aria-label={t("confirmTitle")}>
        <SlotAlternatives title={t("others")} />
        <input type="hidden" name="id" value={visit.id} />
        <input type="hidden" name="version" value={visit.version} />
        <input type="hidden" name="date" value={slot.date} />
        <input type="hidden" name="intervenant_id" value={slot.intervenant.id} />
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("confirm")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

async function Line({
  term,
  when,
  name,
  isOld = false,
}: {
  term: string;
  when: string;
  name: string | undefined;
  isOld?: boolean;
}) {
  const t = await getTranslations("prestations");
  return (
    <p>
      <span className="block text-sm text-ink-muted">{term}</span>
      <span className={isOld ? "block text-lg text-ink-muted line-through" : "block text-xl font-semibold"}>
        {name ? t("whenWith", { when, name }) : when}
      </span>
    </p>
  );
}
