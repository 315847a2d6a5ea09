"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import type { ImportModel, ImportPreview } from "@/lib/interop/schemas-import";

type Mapping = Record<string, string>;
type Props = {
  preview: ImportPreview;
  model: ImportModel;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
};

/** Which heading of the file fills each of our columns, with the first value under it. */
export function ImportMapping({ preview, model, mapping, onChange }: Props) {
  const t = useTranslations("imports");
  const { entetes, apercu, lignes } = preview;
  const options = [...new Set(entetes)]
    .filter(Boolean)
    .map((heading) => ({ value: heading, label: heading }));
  const sample = (nom: string) => apercu[0]?.[entetes.indexOf(mapping[nom] ?? "")] ?? "";
  const choose = (nom: string, heading: string) => {
    const { [nom]: _former, ...rest } = mapping;
    onChange(heading ? { ...rest, [nom]: heading } : rest);
  };
  return (
    <Card className="flex flex-col gap-4">
      <div>
        <h2 className="text-xl font-semibold">{t("mapping")}</h2>
        <p className="text-ink-muted">
          {t("found", { count: lignes })} · {t("mappingHelp")}
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {model.colonnes.map(({ nom, libelle, obligatoire }) => (
          <Select
            key={nom}
            name={`correspondance.${nom}`}
            label={obligatoire ? `${libelle} (${t("mandatory")})` : libelle}
            options={options}
            placeholder={t("ignored")}
            value={mapping[nom] ?? ""}
            onChange={(heading) => choose(nom, heading)}
            description={sample(nom)}
          />
        ))}
      </div>
    </Card>
  );
}
