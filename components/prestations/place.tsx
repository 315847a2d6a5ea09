import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Lieu } from "@/lib/prestations/schemas";
import { addressLines, mapHref } from "./visit-words";

/** An address as on an envelope, with a plain link to the map. */
export function Place({ place }: { place: Lieu }) {
  const t = useTranslations("prestations");
  return (
    <span className="block">
      {place.libelle ? (
        <span className="block font-medium">
          <bdi>{place.libelle}</bdi>
        </span>
      ) : null}
      {addressLines(place).map((line) => (
        <span key={line} className="block">
          <bdi>{line}</bdi>
        </span>
      ))}
      <a
        href={mapHref(place)}
        target="_blank"
        rel="noreferrer"
        className="mt-1 inline-flex min-h-11 items-center gap-1.5 font-medium text-accent-text underline decoration-accent-text/35 underline-offset-4 hover:decoration-accent-text"
      >
        <MapPin aria-hidden className="size-4" />
        {t("seeOnMap")}
      </a>
    </span>
  );
}
