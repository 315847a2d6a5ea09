import { formatHours, type Language } from "@/lib/i18n/format";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import { PhoneLink } from "../clients/contact-links";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";

type Headers = Record<"name" | "sector" | "skills" | "hours" | "phone" | "inactive", string>;

const SHOWN = 2;

/** A person on one line: who, where, what they can do, how many hours. */
export function intervenantColumns({
  words,
  labelOf,
  more,
  headers,
}: {
  words: Language;
  labelOf: ReadonlyMap<string, string>;
  more: (count: number) => string;
  headers: Headers;
}): Column<IntervenantShape>[] {
  return [
    {
      key: "nom",
      header: headers.name,
      primary: true,
      cell: (one) => (
        <span className="flex items-center gap-3">
          <Avatar name={`${one.prenom} ${one.nom}`} />
          <span className="min-w-0">
            <TextLink href={`/gestion/intervenants/${one.id}`} className="md:whitespace-nowrap">
              <bdi>{[one.nom, one.prenom].filter(Boolean).join(" ")}</bdi>
            </TextLink>
            <span className="block text-sm font-normal text-ink-muted">
              <bdi dir="ltr">{one.matricule}</bdi>
            </span>
          </span>
          {one.actif ? null : <Badge>{headers.inactive}</Badge>}
        </span>
      ),
    },
    { key: "secteur", header: headers.sector, cell: (one) => <bdi>{one.secteur}</bdi> },
    {
      key: "competences",
      header: headers.skills,
      cell: ({ competences }) => (
        <span className="flex flex-wrap gap-1.5 max-md:justify-end">
          {competences.slice(0, SHOWN).map((code) => (
            <Badge key={code}>
              <span className="max-w-44 truncate">{labelOf.get(code) ?? code}</span>
            </Badge>
          ))}
          {competences.length > SHOWN ? (
            <span className="text-sm whitespace-nowrap text-ink-muted">
              {more(competences.length - SHOWN)}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: "heures",
      header: headers.hours,
      align: "end",
      className: "whitespace-nowrap",
      cell: ({ contrat }) => formatHours(Math.round(contrat.heures_semaine * 60), words),
    },
    {
      key: "telephone",
      header: headers.phone,
      className: "whitespace-nowrap",
      cell: (one) => <PhoneLink phone={one.telephone} />,
    },
  ];
}
