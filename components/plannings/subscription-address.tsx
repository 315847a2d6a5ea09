"use client";

import { CalendarPlus, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { AnchorButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { showToast } from "../ui/toast";

/** An address just made. `qr`: its picture, one path in a square of `size` units. */
export type AddressShown = {
  id: number;
  adresse: string;
  webcal: string;
  qr: { size: number; path: string };
};

/** The secret address, shown once: open it, copy it, or point another phone at it. Takes the focus. */
export function SubscriptionAddress({ address }: { address: AddressShown }) {
  const t = useTranslations("abonnements.secret");
  const title = useRef<HTMLHeadingElement>(null);
  // A new address is news, wherever on the page the person was.
  const { adresse } = address;
  useEffect(() => {
    if (adresse) title.current?.focus();
  }, [adresse]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(adresse);
      showToast({ message: t("copied"), tone: "success" });
    } catch {
      showToast({ message: t("copyFailed"), tone: "danger" });
    }
  };
  return (
    <Card as="section" tone="accent" className="space-y-6">
      <div className="space-y-2">
        <h2 ref={title} tabIndex={-1} className="text-xl font-semibold">
          {t("title")}
        </h2>
        <p>{t("once")}</p>
      </div>
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
        <p className="rounded-control border border-line-strong bg-raised p-3 text-sm break-all select-all">
          <bdi dir="ltr">{adresse}</bdi>
        </p>
        <Button icon={<Copy aria-hidden />} onPress={() => void copy()} className="w-full sm:w-auto">
          {t("copy")}
        </Button>
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
      <Notice tone="warning">{t("warning")}</Notice>
    </Card>
  );
}
