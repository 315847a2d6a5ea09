"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnchorButton } from "../ui/link-button";
import { SecretCard, SecretText } from "../ui/secret-shown";

/** An address just made. `qr`: its picture, one path in a square of `size` units. */
export type AddressShown = {
  id: number;
  adresse: string;
  webcal: string;
  qr: { size: number; path: string };
};

/** The secret address, shown once: open it, copy it, or point another phone at it. */
export function SubscriptionAddress({ address }: { address: AddressShown }) {
  const t = useTranslations("abonnements.secret");
  return (
    <SecretCard secret={address.adresse} title={t("title")} once={t("once")} warning={t("warning")}>
      <div className="space-y-2">
        <AnchorButton
          href={address.webcal}
          variant="primary"
          size="lg"
          icon={<CalendarPlus aria-hidden />}
          className="w-full sm:w-auto"
        >
          {t("open")}
        </AnchorButton>
        <p className="text-sm text-ink-muted">{t("openHelp")}</p>
      </div>
      <div className="space-y-2">
        <h3 className="font-semibold">{t("address")}</h3>
        <SecretText secret={address.adresse} label={t("copy")} variant="secondary" />
        <p className="text-sm text-ink-muted">{t("copyHelp")}</p>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        {/* A picture in the page itself: an address of its own would be one more place for the secret. */}
        <svg
          role="img"
          aria-label={t("qrAlt")}
          viewBox={`0 0 ${address.qr.size} ${address.qr.size}`}
          shapeRendering="crispEdges"
          className="size-48 rounded-control"
        >
          <rect width="100%" height="100%" fill="#fff" />
          <path d={address.qr.path} fill="#000" />
        </svg>
        <div className="min-w-48 flex-1 space-y-1">
          <h3 className="font-semibold">{t("qr")}</h3>
          <p className="text-ink-muted">{t("qrHelp")}</p>
        </div>
      </div>
    </SecretCard>
  );
}
