"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { AnchorButton } from "@/components/ui/link-button";
import { SecretText } from "@/components/ui/secret-shown";
import { SubmitButton } from "@/components/ui/submit-button";
import { CodeField } from "./code-field";
import { RecoveryCodes } from "./recovery-codes";

/** What an authenticator application needs; `qr` is one path in a square of `size` units. */
export type SetupShown = { secret: string; adresse: string; qr: { size: number; path: string } };
export type CodesShown = { codes: string[] };

/**
 * Links an authenticator application: the picture, then a first code, then the recovery codes. `replaces`: there is one
 * already, whose code is asked for first.
 */
export function SecondFactorSetup({
  prepare,
  activate,
  replaces = false,
  doneHref,
}: {
  prepare: FormAction<SetupShown>;
  activate: FormAction<CodesShown>;
  replaces?: boolean;
  doneHref: string;
}) {
  const t = useTranslations("compte.setup");
  const [shown, setShown] = useState<SetupShown>();
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodes codes={codes} doneHref={doneHref} />;
  if (!shown)
    return (
      <ActionForm action={prepare} showSuccess={false} onSuccess={({ data }) => setShown(data)}>
        {replaces ? <CodeField label={t("presentCode")} description={t("presentCodeHelp")} /> : null}
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t(replaces ? "replace" : "start")}
        </SubmitButton>
      </ActionForm>
    );
  return (
    <div className="space-y-6">
      <Scan shown={shown} />
      <ActionForm action={activate} showSuccess={false} onSuccess={({ data }) => setCodes(data?.codes)}>
        <CodeField label={t("firstCode")} description={t("firstCodeHelp")} />
        <SubmitButton size="lg" className="w-full sm:w-auto">
          {t("activate")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function Scan({ shown: { secret, adresse, qr } }: { shown: SetupShown }) {
  const t = useTranslations("compte.setup");
  const spaced = secret.replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <div className="space-y-4">
      <p>{t("scan")}</p>
      {/* In the page itself: an address of its own would be one more place for the secret. */}
      <svg
        role="img"
        aria-label={t("qrAlt")}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        shapeRendering="crispEdges"
        className="size-52 rounded-control"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <div className="space-y-2">
        <p className="text-ink-muted">{t("type")}</p>
        <SecretText secret={spaced} label={t("copy")} variant="secondary">
          {/* A phone cannot scan its own screen. */}
          <AnchorButton href={adresse} className="w-full sm:hidden">
            {t("open")}
          </AnchorButton>
        </SecretText>
      </div>
    </div>
  );
}
