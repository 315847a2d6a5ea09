import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { SectionHeader } from "../ui/section-header";
import { DeviceList } from "./device-list";
import { ThisDevice } from "./this-device";

/** Where a person's notices show though the product is closed: this device, and the others. */
export function Devices({
  publicKey,
  subscribe,
  unsubscribe,
  ...list
}: Omit<ComponentProps<typeof ThisDevice>, "known"> & ComponentProps<typeof DeviceList>) {
  const t = useTranslations("notifications.push");
  const known = list.devices.map(({ id, empreinte }) => ({ id, empreinte }));
  return (
    <section aria-labelledby="appareils" className="mb-8 space-y-4">
      <SectionHeader id="appareils" title={t("title")} />
      <p className="text-ink-muted">{t("lead")}</p>
      <ThisDevice publicKey={publicKey} subscribe={subscribe} unsubscribe={unsubscribe} known={known} />
      {known.length > 0 ? <DeviceList {...list} /> : null}
    </section>
  );
}
