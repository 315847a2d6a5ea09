import { KeyRound, MapPin, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Prestation } from "@/lib/prestations/schemas";

/** Where to go, how to get in, and what was asked: read standing, so nothing is small or folded away. */
export function VisitPlace({ visit }: { visit: Prestation }) {
  const t = useTranslations("terrain.visit");
  const { adresse, instructions } = visit;
  return (
    <div className="space-y-3.5">
      {adresse ? (
        <Line icon={<MapPin aria-hidden />} name={t("address")}>
          <bdi className="block text-lg font-medium">{adresse.voie}</bdi>
          {adresse.complement ? <bdi className="block text-lg">{adresse.complement}</bdi> : null}
          <bdi className="block">{`${adresse.code_postal} ${adresse.commune}`.trim()}</bdi>
        </Line>
      ) : null}
      {adresse?.acces ? (
        <div className="rounded-control bg-warm-soft p-3">
          <Line icon={<KeyRound aria-hidden />} name={t("access")}>
            <bdi className="block text-lg font-semibold">{adresse.acces}</bdi>
          </Line>
        </div>
      ) : null}
      {instructions ? (
        <Line icon={<ScrollText aria-hidden />} name={t("instructions")}>
          <bdi className="block whitespace-pre-line">{instructions}</bdi>
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
