import { KeyRound, MapPin, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Prestation } from "@/lib/prestations/schemas";
import { ReachActs } from "./reach-acts";

/** Where to go, how to get in, how to reach the person, and what was asked: read standing, so nothing is small. */
export function VisitPlace({ visit }: { visit: Prestation }) {
  const t = useTranslations("terrain.visit");
  const { adresse, instructions } = visit;
  return (
    <div className="space-y-3.5">
      {adresse ? (
        <Line icon={<MapPin aria-hidden />} name={t("address")}>
          <span className="block text-lg font-medium">
            <bdi>{adresse.voie}</bdi>
          </span>
          {adresse.complement ? (
            <span className="block text-lg">
              <bdi>{adresse.complement}</bdi>
            </span>
          ) : null}
          <span className="block">
            <bdi>{`${adresse.code_postal} ${adresse.commune}`.trim()}</bdi>
          </span>
        </Line>
      ) : null}
      {adresse?.acces ? (
        <div className="rounded-control bg-warm-soft p-3">
          <Line icon={<KeyRound aria-hidden />} name={t("access")}>
            <span className="block text-lg font-semibold">
              <bdi>{adresse.acces}</bdi>
            </span>
          </Line>
        </div>
      ) : null}
      <ReachActs visit={visit} />
      {instructions ? (
        <Line icon={<ScrollText aria-hidden />} name={t("instructions")}>
          <span className="block whitespace-pre-line">
            <bdi>{instructions}</bdi>
          </span>
        </Line>
      ) : null}
    </div>
  );
}

function Line({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  return (
    <div className="flex gap-3 [&>svg]:mt-1 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-warm-text">
      {icon}
      <div className="min-w-0 flex-1 break-words">
        <span className="sr-only">{name}</span>
        {children}
      </div>
    </div>
  );
}
