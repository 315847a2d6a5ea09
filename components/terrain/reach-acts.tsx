import { Navigation, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Prestation } from "@/lib/prestations/schemas";
import { AnchorButton } from "../ui/link-button";
import { directionsHref, geoHref, telHref } from "./directions";

/** Call the client, and find the way; the map opens in the phone's own app, or on a page in words. */
export function ReachActs({ visit }: { visit: Prestation }) {
  const t = useTranslations("terrain.visit");
  const { client, adresse } = visit;
  if (!adresse && !client.telephone) return null;
  return (
    <div>
      <div className="grid grid-cols-2 gap-3">
        {client.telephone ? (
          <AnchorButton
            href={telHref(client.telephone)}
            size="lg"
            icon={<Phone aria-hidden />}
            className="scroll-mb-44 px-3 text-base"
            aria-label={t("callName", { name: client.nom })}
          >
            {t("call")}
          </AnchorButton>
        ) : (
          <p className="self-center text-ink-muted">{t("noPhone")}</p>
        )}
        {adresse ? (
          <AnchorButton
            href={geoHref(adresse, client.nom)}
            size="lg"
            icon={<Navigation aria-hidden />}
            className="scroll-mb-44 px-3 text-base"
          >
            {t("directions")}
          </AnchorButton>
        ) : null}
      </div>
      {adresse ? (
        <p className="text-end">
          <a
            href={directionsHref(adresse)}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-11 scroll-mb-44 items-center text-sm text-accent-text underline underline-offset-4"
          >
            {t("directionsWeb")}
          </a>
        </p>
      ) : null}
    </div>
  );
}
