import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type TarifShape, tarifBody } from "@/lib/activites/schemas";
import { pageContext } from "@/lib/delivery/page";
import { centsToDecimal, decimalToCents } from "@/lib/foundation/money";
import { formatDate } from "@/lib/i18n/format";
import { savePrice } from "../../actions";
import { priceText } from "../../prices";
import type { PricePage } from "./page";

type Props = { page: PricePage; asked: Record<string, string> };

/** Before and after, side by side, and the button that applies it. */
export async function Preview({ page, asked }: Props) {
  const t = await getTranslations("admin.price");
  const { agence: _agence, ...fields } = asked;
  const input = { ...fields, agence_id: page.agence.id, activite_id: page.activite.id };
  const parsed = tarifBody.safeParse(input);
  if (!parsed.success || parsed.data.du < page.today) return <Notice tone="danger">{t("invalid")}</Notice>;
  const { du, prix_horaire_ttc: amount } = parsed.data;
  const before = page.tarifs.find((tarif) => tarif.du < du && (tarif.au === null || tarif.au >= page.today));
  return (
    <Card as="section" tone="accent" className="space-y-5 overflow-x-auto">
      <h2 className="text-lg font-semibold">{t("previewTitle")}</h2>
      <Comparison page={page} du={du} before={before} amount={amount} />
      <p>{t("kept")}</p>
      <ActionForm action={savePrice}>
        {Object.entries(parsed.data).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        <SubmitButton>{t("confirm")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

type ComparisonProps = { page: PricePage; du: string; before: TarifShape | undefined; amount: string };

async function Comparison({ page, du, before, amount }: ComparisonProps) {
  const [t, { locale }] = await Promise.all([getTranslations("admin.price"), pageContext()]);
  const { agence, activite } = page;
  const language = { locale, region: agence.pays };
  const money = (cents: number) => <bdi>{priceText(centsToDecimal(cents), agence.devise, language)}</bdi>;
  const old = before ? decimalToCents(before.prix_horaire_ttc) : null;
  const next = decimalToCents(amount);
  const rows = [
    { key: "hour", label: t("hour"), hours: 1 },
    { key: "visit", label: t("twoHours"), hours: 2 },
  ];
  return (
    <table className="w-full tabular-nums">
      <caption className="sr-only">{`${t("previewTitle")}, ${activite.libelle}`}</caption>
      <thead>
        <tr className="text-sm text-ink-muted">
          <td />
          <th scope="col" className="py-1 ps-4 text-end font-medium">
            {t("now")}
          </th>
          <th scope="col" className="py-1 ps-4 text-end font-medium">
            {t("then", { date: formatDate(du, { ...language, style: "medium" }) })}
          </th>
          <th scope="col" className="py-1 ps-4 text-end font-medium">
            {t("difference")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, hours }) => (
          <tr key={key} className="border-t border-line">
            <th scope="row" className="py-2 text-start font-medium">
              {label}
            </th>
            <td className="py-2 ps-4 text-end">{old === null ? "–" : money(old * hours)}</td>
            <td className="py-2 ps-4 text-end text-lg font-semibold">{money(next * hours)}</td>
            <td className="py-2 ps-4 text-end">{old === null ? "–" : money((next - old) * hours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
