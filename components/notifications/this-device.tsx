"use client";

import { BellOff, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { showToast } from "../ui/toast";
import { deviceName } from "./device-name";

export type NewDevice = { adresse: string; cles: Record<string, string>; appareil: string };
export type KnownDevice = { id: number; empreinte: string };
type Told = { ok: boolean; message?: string };
type Own = { state: State; id?: number };
type State = "unknown" | "unsupported" | "denied" | "off" | "on";

const WORKER = "/push.js";

/** Turns notices on this very browser on and off; `known` are the person's devices, this one perhaps among them. */
export function ThisDevice({
  publicKey,
  subscribe,
  unsubscribe,
  known,
}: {
  publicKey: string;
  subscribe: (device: NewDevice) => Promise<Told>;
  unsubscribe: (id: number) => Promise<Told>;
  known: KnownDevice[];
}) {
  const t = useTranslations("notifications.push");
  const [{ state, id }, setOwn] = useState<Own>({ state: "unknown" });
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    void findOwn(known).then(setOwn);
  }, [known]);
  const tell = ({ ok, message }: Told) =>
    showToast({ message: message ?? t("failed"), tone: ok ? "success" : "danger" });

  const turnOn = () =>
    startTransition(async () => {
      try {
        tell(await subscribe(await subscription(publicKey)));
      } catch {
        setOwn(await findOwn(known));
        tell({ ok: false });
      }
    });
  const turnOff = () =>
    startTransition(async () => {
      await (await ownSubscription())?.unsubscribe();
      if (id !== undefined) tell(await unsubscribe(id));
    });

  if (state === "unsupported") return <Notice tone="info">{t("unsupported")}</Notice>;
  if (state === "denied") return <Notice tone="warning">{t("denied")}</Notice>;
  const isOn = state === "on";
  return (
    <Button
      size="lg"
      variant={isOn ? "secondary" : "primary"}
      icon={isOn ? <BellOff aria-hidden /> : <BellRing aria-hidden />}
      isDisabled={state === "unknown"}
      isPending={isPending}
      onPress={isOn ? turnOff : turnOn}
      className="w-full sm:w-auto"
    >
      {isOn ? t("turnOff") : t("turnOn")}
    </Button>
  );
}

const isSupported = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

async function ownSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** On only when the browser listens and the product sends to it: either may have been ended alone. */
async function findOwn(known: KnownDevice[]): Promise<Own> {
  if (!isSupported()) return { state: "unsupported" };
  if (Notification.permission === "denied") return { state: "denied" };
  const made = await ownSubscription();
  const own = made ? await digest(made.endpoint) : "";
  const id = known.find(({ empreinte }) => empreinte === own)?.id;
  return id === undefined ? { state: "off" } : { state: "on", id };
}

/** SHA-256, base64url. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Asks the person, then the browser's maker, for an address; throws when either says no. */
async function subscription(publicKey: string): Promise<NewDevice> {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("not granted");
  await navigator.serviceWorker.register(WORKER);
  const { pushManager } = await navigator.serviceWorker.ready;
  // One made for another key would never be heard.
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = made.toJSON();
  return { adresse: endpoint ?? "", cles: keys ?? {}, appareil: deviceName(navigator.userAgent) };
}
