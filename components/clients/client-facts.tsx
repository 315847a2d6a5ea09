import { Phone, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClientFile } from "@/lib/clients/schemas";
import { formatDate, type Language } from "@/lib/i18n/format";
import { addressLines, mapHref } from "../prestations/visit-words";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";
import { EmailLink, PhoneLink } from "./contact-links";

/** Who the client is and how to reach them. */
export function ClientFacts({ client, words }: { client: ClientFile; words: Language }) {
  const t = useTranslations("clients.file");
  const tCommon = useTranslations("common");
  const none = <span className="text-ink-muted">{tCommon("words.notGiven")}</span>;
  return (
    <DefinitionList
      items={[
        {
          term: tCommon("fields.phone"),
          value: client.telephone ? <PhoneLink phone={client.telephone} /> : none,
        },
        { term: tCommon("fields.email"), value: client.email ? <EmailLink email={client.email} /> : none },
        { term: tCommon("fields.language"), value: tCommon(`langues.${client.langue}`) },
        {
          term: tCommon("fields.birthDate"),
          value: client.naissance ? formatDate(client.naissance, words) : none,
        },
        { term: t("number"), value: <bdi dir="ltr">{client.id}</bdi> },
      ]}
    />
  );
}

/** Where visits take place, with the map and what is needed to get in. */
export function ClientAddresses({ client }: { client: ClientFile }) {
  const t = useTranslations("clients.file");
  if (client.adresses.length === 0) return <p className="text-ink-muted">{t("noAddress")}</p>;
  return (
    <ul className="space-y-3">
      {client.adresses.map((one) => (
        <Card as="li" key={one.id} className="space-y-1">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            <bdi>{one.libelle || one.voie}</bdi>
            {one.principale && client.adresses.length > 1 ? <Badge tone="accent">{t("main")}</Badge> : null}
          </p>
          {addressLines(one)
            .filter((line) => one.libelle || line !== one.voie)
            .map((line) => (
              <span key={line} className="block">
                <bdi>{line}</bdi>
              </span>
            ))}
          {one.acces ? (
            <p className="rounded-control bg-sunken px-3 py-2 text-sm">
              <span className="font-medium">{t("access")}</span>{" "}
              <bdi className="whitespace-pre-line">{one.acces}</bdi>
            </p>
          ) : null}
          <a
            href={mapHref(one)}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-11 items-center font-medium text-accent-text underline decoration-accent-text/35 underline-offset-4 hover:decoration-accent-text"
          >
            {t("map")}
            <span className="sr-only"> {one.voie}</span>
          </a>
        </Card>
      ))}
    </ul>
  );
}

/** People around the client; those to warn first. */
export function ClientContacts({ client }: { client: ClientFile }) {
  const t = useTranslations("clients.file");
  if (client.contacts.length === 0) return <p className="text-ink-muted">{t("noContact")}</p>;
  const ordered = client.contacts.toSorted((a, b) => Number(b.urgence) - Number(a.urgence));
  return (
    <ul className="divide-y divide-line">
      {ordered.map((one) => {
        const Icon = one.urgence ? ShieldAlert : Phone;
        return (
          <li key={`${one.nom} ${one.telephone}`} className="flex items-start gap-3 py-2.5">
            <Icon
              aria-hidden
              className={`mt-1 size-5 shrink-0 ${one.urgence ? "text-danger-text" : "text-ink-muted"}`}
            />
            <div className="min-w-0">
              <p className="font-semibold">
                <bdi>{one.nom}</bdi>
                {one.lien ? <span className="font-normal text-ink-muted"> · {one.lien}</span> : null}
              </p>
              {one.urgence ? <p className="text-sm text-danger-text">{t("emergency")}</p> : null}
              <p className="flex flex-wrap gap-x-4">
                <PhoneLink phone={one.telephone} />
                <EmailLink email={one.email} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
