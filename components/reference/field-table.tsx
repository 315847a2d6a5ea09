import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";
import type { Field, Parameter } from "./reference";

/** Names, types and accepted values of parameters or of the fields of a body. */
export function FieldTable({ caption, fields }: { caption: string; fields: readonly (Field | Parameter)[] }) {
  const t = useTranslations("reference");
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-start text-ink-muted">
          <th scope="col" className="py-2 pe-4 text-start font-medium">
            {t("name")}
          </th>
          <th scope="col" className="py-2 text-start font-medium">
            {t("type")}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr
            key={`${"place" in field ? field.place : ""}${field.name}`}
            className="border-b border-line align-top"
          >
            <th scope="row" className="py-2 pe-4 text-start font-normal">
              <bdi dir="ltr" className="font-mono break-all">
                {field.name}
              </bdi>
              <span className="ms-2 inline-flex flex-wrap gap-1 align-middle">
                {field.isRequired ? <Badge tone="accent">{t("required")}</Badge> : null}
                {"place" in field && field.place === "path" ? <Badge>{t("inPath")}</Badge> : null}
              </span>
            </th>
            <td className="py-2">
              <bdi dir="ltr" className="font-mono break-words">
                {field.type}
              </bdi>
              {field.values.length > 0 ? (
                <bdi dir="ltr" className="mt-1 block font-mono break-words text-ink-muted">
                  {field.values.join(" · ")}
                </bdi>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
