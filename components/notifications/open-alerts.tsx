import { CircleAlert, Receipt, ShieldAlert, Star, UserRoundX } from "lucide-react";
import { Link } from "@/lib/i18n/navigation";
import type { Alerte } from "@/lib/notifications/schemas";

const icons = {
  retard: CircleAlert,
  sans_depart: CircleAlert,
  a_affecter: UserRoundX,
  facture_echue: Receipt,
  avis_bas: Star,
  droits_echeance: ShieldAlert,
} as const;

/** Alerts that were raised and are not settled, each with the way to its object. */
export function OpenAlerts({ alerts }: { alerts: Alerte[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised shadow-card">
      {alerts.map(({ id, type, lien, message, client }) => {
        const Icon = icons[type];
        return (
          <li key={id}>
            <Link href={lien} className="flex min-h-14 items-center gap-3 px-4 py-3 hover:bg-sunken">
              <span
                aria-hidden
                className="grid size-9 shrink-0 place-items-center rounded-full bg-warning-soft text-warning-text"
              >
                <Icon className="size-4" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{message}</span>
                {client ? <span className="block text-sm text-ink-muted">{client}</span> : null}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
