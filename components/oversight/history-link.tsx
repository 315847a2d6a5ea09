import { useTranslations } from "next-intl";
import { TextLink } from "../ui/text-link";

/** Leads from an object's page to all that the log knows of it. */
export function HistoryLink({ type, id }: { type: "facture" | "prestation" | "devis"; id: number }) {
  const t = useTranslations("historique");
  const query = new URLSearchParams({ objet: type, objet_id: String(id) });
  return (
    <p className="mt-3">
      <TextLink href={`/gestion/historique?${query}`}>{t("link")}</TextLink>
    </p>
  );
}
