import { Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Appareil } from "@/lib/notifications/schemas-push";
import { ConfirmAction } from "../ui/confirm-action";
import type { FormAction } from "../ui/form-state";

/** The devices that show a person's notices, each with a test and its removal. */
export function DeviceList({
  devices,
  dateOf,
  test,
  remove,
}: {
  devices: Appareil[];
  dateOf: (at: string) => string;
  test: FormAction;
  remove: FormAction;
}) {
  const t = useTranslations("notifications.push");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-raised px-4">
      {devices.map(({ id, appareil, cree_le, dernier_succes_le }) => {
        const name = appareil || t("unnamed");
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <Smartphone aria-hidden className="size-5 shrink-0 text-ink-muted" />
            <div className="min-w-40 flex-1">
              <p className="font-semibold">
                <bdi>{name}</bdi>
              </p>
              <p className="text-sm text-ink-muted">
                {dernier_succes_le
                  ? t("last", { date: dateOf(dernier_succes_le) })
                  : t("since", { date: dateOf(cree_le) })}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              <ConfirmAction
                action={test}
                fields={{ id }}
                label={t("test")}
                look="ghost"
                title={t("testTitle")}
                consequence={t("testTold", { name })}
                confirmLabel={t("test")}
                variant="primary"
              />
              <ConfirmAction
                action={remove}
                fields={{ id }}
                label={t("remove")}
                look="ghost"
                title={t("removeTitle")}
                consequence={t("removeTold", { name })}
                confirmLabel={t("remove")}
                variant="danger"
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
