import { KeyRound, Monitor } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/i18n/date-time";
import { deviceName } from "@/components/notifications/device-name";
import { Badge } from "@/components/ui/badge";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { FormAction } from "@/components/ui/form-state";
import type { SessionShape } from "@/lib/organisation/sessions/schemas";

/** Where an account is open. `end`: ends one; left out where only all can be ended. */
export function SessionList({
  sessions,
  timeZone,
  end,
}: {
  sessions: readonly SessionShape[];
  timeZone: string;
  end?: FormAction;
}) {
  const t = useTranslations("compte.sessions");
  if (sessions.length === 0) return <p className="text-ink-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-raised px-4">
      {sessions.map((one) => {
        const name = deviceName(one.appareil) || t(one.type === "jeton" ? "program" : "unknown");
        return (
          <li key={one.id} className="flex flex-wrap items-start gap-3 py-4">
            {one.type === "jeton" ? (
              <KeyRound aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-muted" />
            ) : (
              <Monitor aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-muted" />
            )}
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                <bdi>{name}</bdi>
                {one.courante ? <Badge tone="accent">{t("current")}</Badge> : null}
                {one.type === "jeton" ? <Badge>{t("token")}</Badge> : null}
              </p>
              <p className="text-sm text-ink-muted">
                {t("seen")} <DateTime value={new Date(one.vue_le)} timeZone={timeZone} style="dateTime" />
                {one.reseau ? (
                  <>
                    {" · "}
                    {t("network")} <bdi dir="ltr">{one.reseau}</bdi>
                  </>
                ) : null}
              </p>
            </div>
            {end && !one.courante ? (
              <ConfirmAction
                size="sm"
                label={t("end")}
                action={end}
                fields={{ id: one.id }}
                title={t("endTitle", { name })}
                consequence={t("endConsequence")}
                confirmLabel={t("end")}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
