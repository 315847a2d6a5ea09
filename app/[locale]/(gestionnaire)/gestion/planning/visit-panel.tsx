import { getTranslations } from "next-intl/server";
import { VisitActs } from "@/components/gestion/visit-acts";
import { VisitFacts } from "@/components/gestion/visit-facts";
import { RoutedDialog } from "@/components/plannings/routed-dialog";
import { VisitState } from "@/components/prestations/visit-state";
import { MessagesProvider } from "@/components/shell/messages-provider";
import { LinkButton } from "@/components/ui/link-button";
import type { Prestation } from "@/lib/prestations/schemas";
import type { GestionArea } from "../area";
import { feeOf, visitActions } from "../visites/visit-actions";

/** A visit of the week without leaving the week: what it is and what may be done. */
export async function VisitPanel({
  visit,
  area,
  closeHref,
}: {
  visit: Prestation;
  area: GestionArea;
  closeHref: string;
}) {
  const t = await getTranslations("plannings.visit");
  return (
    <MessagesProvider names={["plannings", "propositions"]}>
      <RoutedDialog title={<bdi>{visit.client.nom}</bdi>} closeHref={closeHref}>
        <div className="space-y-4">
          <VisitState visit={visit} />
          <VisitActs visit={visit} actions={visitActions} localNow={area.localNow} fee={feeOf(visit, area)} />
          <VisitFacts visit={visit} words={area.words} price={area.money(visit.prix_ttc, visit.devise)} />
          <LinkButton href={`/gestion/visites/${visit.id}`}>{t("open")}</LinkButton>
        </div>
      </RoutedDialog>
    </MessagesProvider>
  );
}
