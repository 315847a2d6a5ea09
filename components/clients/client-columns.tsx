import type { ClientSummary } from "@/lib/clients/schemas";
import { formatDate, type Relative } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";
import { EmailLink, PhoneLink } from "./contact-links";

type Headers = Record<"name" | "city" | "phone" | "email" | "since" | "inactive", string>;

/** A client on one line: whom, where, how to reach them. */
export function clientColumns({
  words,
  headers,
}: {
  words: Relative;
  headers: Headers;
}): Column<ClientSummary>[] {
  return [
    {
      key: "nom",
      header: headers.name,
      primary: true,
      sortKey: "nom",
      cell: (client) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={`/gestion/clients/${client.id}`}>
            <bdi>{[client.nom, client.prenom].filter(Boolean).join(" ")}</bdi>
          </TextLink>
          {client.actif ? null : <Badge>{headers.inactive}</Badge>}
        </span>
      ),
    },
    { key: "commune", header: headers.city, cell: (client) => <bdi>{client.commune}</bdi> },
    {
      key: "telephone",
      header: headers.phone,
      className: "whitespace-nowrap",
      cell: (client) => <PhoneLink phone={client.telephone} />,
    },
    {
      key: "email",
      header: headers.email,
      className: "wrap-anywhere",
      cell: (client) => <EmailLink email={client.email} />,
    },
    {
      key: "cree_le",
      header: headers.since,
      sortKey: "cree_le",
      desktopOnly: true,
      className: "whitespace-nowrap",
      cell: (client) => formatDate(new Date(client.cree_le), { ...words, style: "medium" }),
    },
  ];
}
