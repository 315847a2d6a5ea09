import { formatDate, type Relative } from "@/lib/i18n/format";
import type { Demande } from "@/lib/rgpd/schemas";
import type { Column } from "../ui/data-table";
import { StatusBadge } from "../ui/status-badge";
import { TextLink } from "../ui/text-link";
import { Deadline } from "./deadline";

type Labels = Record<"kind" | "person" | "received" | "deadline" | "state", string>;
type Words = {
  labels: Labels;
  kind: (type: Demande["type"]) => string;
  state: (statut: Demande["statut"]) => string;
  dates: Relative;
  /** Page of one request; without it the kind is plain text. */
  href?: (id: number) => string;
};

/** The columns of the register, the same for the agency and for an auditeur. */
export function demandeColumns({ labels, kind, state, dates, href }: Words): Column<Demande>[] {
  return [
    {
      key: "type",
      header: labels.kind,
      primary: true,
      cell: ({ id, type }) => (href ? <TextLink href={href(id)}>{kind(type)}</TextLink> : kind(type)),
    },
    { key: "personne", header: labels.person, cell: ({ personne }) => <bdi>{personne}</bdi> },
    {
      key: "recue_le",
      header: labels.received,
      cell: ({ recue_le }) => formatDate(recue_le, { ...dates, style: "long" }),
    },
    {
      key: "echeance",
      header: labels.deadline,
      cell: ({ echeance, jours_restants }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {formatDate(echeance, { ...dates, style: "long" })}
          <Deadline daysLeft={jours_restants} />
        </span>
      ),
    },
    {
      key: "statut",
      header: labels.state,
      cell: ({ statut }) => <StatusBadge statut={statut} label={state(statut)} />,
    },
  ];
}
