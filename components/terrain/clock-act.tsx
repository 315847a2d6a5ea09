import { Clock, DoorOpen, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatTime, type Zoned } from "@/lib/i18n/format";
import { LinkButton } from "../ui/link-button";
import { PendingIcon } from "./pending-icon";

/** What can be clocked on a visit now; `from`: the first moment of an arrival. */
export type Clocking =
  | { act: "arrivee" | "depart" }
  | { act: "wait"; from: Date }
  | { act: "unconfirmed" }
  | { act: "closed" };

/** The main act of a visit, as wide as the thumb needs; it leads to the step that confirms the time. */
export function ClockAct({
  visitId,
  clocking,
  words,
}: {
  visitId: number;
  clocking: Clocking;
  words: Zoned;
}) {
  const t = useTranslations("terrain.visit");
  if (clocking.act === "closed") return null;
  if (clocking.act === "arrivee" || clocking.act === "depart") {
    const Icon = clocking.act === "arrivee" ? DoorOpen : LogOut;
    return (
      <LinkButton
        href={`/terrain/visites/${visitId}/pointage/${clocking.act}`}
        variant="primary"
        size="lg"
        className="min-h-16 w-full text-xl"
        icon={
          <PendingIcon>
            <Icon aria-hidden className="mirror" />
          </PendingIcon>
        }
      >
        {clocking.act === "arrivee" ? t("arrive") : t("leave")}
      </LinkButton>
    );
  }
  return (
    <p className="flex items-center gap-2.5 rounded-control bg-neutral-soft px-4 py-3.5 text-ink">
      <Clock aria-hidden className="size-5 shrink-0" />
      <span>
        {clocking.act === "wait"
          ? t("arriveFrom", { time: formatTime(clocking.from, words) })
          : t("unconfirmed")}
      </span>
    </p>
  );
}
