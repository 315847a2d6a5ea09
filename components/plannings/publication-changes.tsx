import { useTranslations } from "next-intl";
import type { PublicationPreview } from "@/lib/plannings/publications/schemas";

type People = PublicationPreview["personnes"];

/** What changes for whom, one line a person. */
export function PublicationChanges({ people }: { people: People }) {
  const t = useTranslations("publications");
  if (people.length === 0) return null;
  const said = ({ nouvelles, changees, retirees }: People[number]) =>
    [
      nouvelles > 0 ? t("new", { count: nouvelles }) : "",
      changees > 0 ? t("changed", { count: changees }) : "",
      retirees > 0 ? t("gone", { count: retirees }) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <ul className="max-h-72 divide-y divide-line overflow-y-auto">
      {people.map((person) => (
        <li key={`${person.role} ${person.id}`} className="flex flex-wrap justify-between gap-x-4 py-1.5">
          <bdi className="font-medium">{person.nom}</bdi>
          <span className="text-ink-muted">{said(person)}</span>
        </li>
      ))}
    </ul>
  );
}
