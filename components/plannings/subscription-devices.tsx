"use client";

import { RefreshCw, Smartphone, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "../ui/action-form";
import { Card } from "../ui/card";
import { ConfirmAction } from "../ui/confirm-action";
import { EmptyState } from "../ui/empty-state";
import type { FormAction, FormState } from "../ui/form-state";
import { Notice } from "../ui/notice";
import { SectionHeader } from "../ui/section-header";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { type AddressShown, SubscriptionAddress } from "./subscription-address";

type Device = { id: number; name: string; made: string; read: string };
type Giver = (state: FormState, form: FormData) => Promise<FormState<AddressShown>>;

/** The devices that read a person's visits. The address of a new one is kept by this page only, until it is left. */
export function SubscriptionDevices({
  devices,
  left,
  add,
  renew,
  remove,
}: {
  devices: readonly Device[];
  left: number;
  add: Giver;
  renew: Giver;
  remove: FormAction;
}) {
  const t = useTranslations("abonnements");
  const [shown, setShown] = useState<AddressShown | null>(null);
  const show = ({ data }: { data?: unknown }) => setShown((data as AddressShown | undefined) ?? null);
  // The address of a device that was removed meanwhile is worth nothing any more.
  const current = devices.some(({ id }) => id === shown?.id) ? shown : null;
  return (
    <>
      {current ? <SubscriptionAddress address={current} /> : null}
      <section aria-labelledby="ajouter">
        <SectionHeader id="ajouter" title={t("add.title")} />
        {left > 0 ? (
          <ActionForm action={add} onSuccess={show} resetOnSuccess aria-labelledby="ajouter">
            <TextField
              name="nom"
              label={t("add.name")}
              description={t("add.nameHint")}
              isRequired={false}
              maxLength={60}
            />
            <SubmitButton className="w-full sm:w-auto">{t("add.submit")}</SubmitButton>
          </ActionForm>
        ) : (
          <Notice tone="info">{t("add.full", { max: devices.length })}</Notice>
        )}
      </section>
      <section aria-labelledby="appareils">
        <SectionHeader id="appareils" title={t("list.title")} />
        {devices.length === 0 ? (
          <EmptyState icon={<Smartphone />} title={t("list.none")}>
            {t("list.noneHelp")}
          </EmptyState>
        ) : (
          <ul className="space-y-3">
            {devices.map((device) => (
              <DeviceCard key={device.id} device={device} renew={renew} remove={remove} onRenewed={show} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function DeviceCard({
  device,
  renew,
  remove,
  onRenewed,
}: {
  device: Device;
  renew: Giver;
  remove: FormAction;
  onRenewed: (result: { data?: unknown }) => void;
}) {
  const t = useTranslations("abonnements");
  const { id, name } = device;
  return (
    <Card as="li" className="space-y-4">
      <div className="flex items-start gap-3">
        <Smartphone aria-hidden className="mt-1 size-5 shrink-0 text-ink-muted" />
        <div>
          <p className="font-semibold">
            <bdi>{name}</bdi>
          </p>
          <p className="text-ink-muted">{device.read}</p>
          <p className="text-sm text-ink-muted">{device.made}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-3">
        <ConfirmAction
          label={
            <>
              {t("renew.act")}
              <span className="sr-only"> {name}</span>
            </>
          }
          icon={<RefreshCw aria-hidden />}
          action={renew}
          fields={{ id }}
          title={t("renew.title")}
          consequence={t("renew.told", { name })}
          confirmLabel={t("renew.confirm")}
          onSuccess={onRenewed}
        />
        <ConfirmAction
          label={
            <>
              {t("revoke.act")}
              <span className="sr-only"> {name}</span>
            </>
          }
          icon={<Trash2 aria-hidden />}
          variant="danger"
          look="ghost"
          action={remove}
          fields={{ id }}
          title={t("revoke.title")}
          consequence={t("revoke.told", { name })}
          confirmLabel={t("revoke.confirm")}
        />
      </div>
    </Card>
  );
}
