import { Clock, Mail, MapPin, Phone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { AnchorButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";
import type { Catalogue } from "../catalogue";
import { Band, BandTitle } from "./band";
import { openingHours } from "./opening-hours";

/** Where we are and how to reach us. */
export async function Agencies({ catalogue }: { catalogue: Catalogue }) {
  const t = await getTranslations("public.home");
  return (
    <Band id="agences" labelledBy="agences-titre">
      <BandTitle id="agences-titre" title={t("agenciesTitle")} />
      <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
        {catalogue.agences.map((agence) => (
          <li key={agence.id} id={`agence-${agence.id}`} className="scroll-mt-24">
            <Agency agence={agence} locale={catalogue.locale} />
          </li>
        ))}
      </ul>
    </Band>
  );
}

async function Agency({ agence, locale }: { agence: AgenceShape; locale: Catalogue["locale"] }) {
  const [t, countries] = await Promise.all([getTranslations("public.home"), getTranslations("common.pays")]);
  const hours = openingHours(agence.horaires, locale, agence.pays);
  return (
    <Card as="article" className="flex h-full flex-col gap-4">
      <div>
        <h3 className="text-lg font-semibold">{agence.nom}</h3>
        <p className="mt-2 flex gap-2 text-ink-muted">
          <MapPin aria-hidden className="mt-1 size-4 shrink-0" />
          <bdi>
            {agence.voie}
            <br />
            {agence.code_postal} {agence.commune}, {countries(agence.pays)}
          </bdi>
        </p>
        {hours.length > 0 ? (
          <p className="mt-2 flex gap-2 text-ink-muted">
            <Clock aria-hidden className="mt-1 size-4 shrink-0" />
            <span>
              {hours.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </span>
          </p>
        ) : null}
      </div>
      <div className="mt-auto flex flex-wrap gap-2">
        {agence.telephone ? (
          <AnchorButton href={`tel:${agence.telephone.replace(/[^+\d]/g, "")}`} icon={<Phone aria-hidden />}>
            <span className="sr-only">{t("call")} </span>
            <bdi dir="ltr">{agence.telephone}</bdi>
          </AnchorButton>
        ) : null}
        {agence.email ? (
          <AnchorButton href={`mailto:${agence.email}`} variant="ghost" icon={<Mail aria-hidden />}>
            {t("write")}
          </AnchorButton>
        ) : null}
      </div>
      <TextLink href={`/services?agence=${agence.id}`}>{t("seePrices")}</TextLink>
    </Card>
  );
}
