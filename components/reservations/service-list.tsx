import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Link } from "@/lib/i18n/navigation";

export type Service = {
  key: number;
  href: string;
  label: string;
  /** Hourly, tax included. */
  price: string;
  afterCredit: string | null;
};

/** The services of a family. The price asked comes first and is never smaller than what is left after the credit. */
export function ServiceList({ title, services }: { title: string; services: Service[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-lg font-semibold">
        {title}
      </h2>
      <ul className="grid gap-3 md:grid-cols-2">
        {services.map((service) => (
          <li key={service.key}>
            <ServiceCard service={service} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ServiceCard({ service }: { service: Service }) {
  const t = useTranslations("reservations.service");
  return (
    <Link
      href={service.href}
      className="flex h-full items-center gap-3 rounded-card border border-line bg-raised p-4 shadow-card hover:border-accent"
    >
      <span className="min-w-0 flex-1">
        <span className="block text-lg leading-snug font-semibold">{service.label}</span>
        <span className="mt-1.5 flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <span>
            <bdi className="font-semibold tabular-nums">{service.price}</bdi>{" "}
            <span className="text-sm text-ink-muted">{t("perHour")}</span>
          </span>
          {service.afterCredit ? (
            <span className="text-accent-text">
              <bdi className="font-semibold tabular-nums">{service.afterCredit}</bdi>{" "}
              <span className="text-sm">{t("afterCredit")}</span>
            </span>
          ) : null}
        </span>
      </span>
      <ChevronRight aria-hidden className="mirror size-5 shrink-0 text-ink-muted" />
    </Link>
  );
}
