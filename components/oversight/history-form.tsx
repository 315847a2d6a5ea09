import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";

/** Objects that people look up by hand; any other is reached by a link from the log. */
const kinds = [
  "facture",
  "prestation",
  "devis",
  "reservation",
  "client",
  "intervenant",
  "serie",
  "avis",
] as const;
const staffKinds = ["utilisateur", "agence", "activite", "absence", "incident", "cle", "webhook"] as const;

type Props = { objet?: string; number?: string; isWhole: boolean };

/** Asks for an object by kind and number; sent as it is, so that a page reached can be kept or sent. */
export function HistoryForm({ objet = "facture", number, isWhole }: Props) {
  const [t, audit] = [useTranslations("historique"), useTranslations("audit")];
  const offered: string[] = [...kinds, ...(isWhole ? staffKinds : [])];
  if (!offered.includes(objet) && audit.has(`objets.${objet}` as "objets.client")) offered.push(objet);
  return (
    <search aria-label={t("find")}>
      <form method="get" className="mb-6 grid max-w-3xl gap-3 sm:grid-cols-[14rem_minmax(0,1fr)_auto]">
        <Select
          name="objet"
          label={t("kind")}
          defaultValue={objet}
          options={offered.map((value) => ({ value, label: audit(`objets.${value as "client"}`) }))}
        />
        <TextField
          name="objet_id"
          label={t("number")}
          description={t("numberHelp")}
          defaultValue={number}
          isRequired
          maxLength={64}
          isLeftToRight
        />
        <Button
          type="submit"
          variant="primary"
          icon={<Search aria-hidden />}
          className="self-start sm:mt-7.5"
        >
          {t("show")}
        </Button>
      </form>
    </search>
  );
}
