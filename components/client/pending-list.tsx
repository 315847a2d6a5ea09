import { CircleCheck, Clock, Hourglass, Receipt, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChoiceList } from "../ui/choice-list";
import { Notice } from "../ui/notice";
import { SectionHeader } from "../ui/section-header";

export type Pending = {
  key: string;
  kind: "validate" | "invoice" | "late" | "request";
  href: string;
  title: string;
  detail: string;
};

const icons = { validate: Hourglass, invoice: Receipt, late: TriangleAlert, request: Clock };
const looks = {
  validate: "bg-warning-soft text-warning-text",
  invoice: "bg-info-soft text-info-text",
  late: "bg-danger-soft text-danger-text",
  request: "bg-neutral-soft text-neutral-text",
};

/** What waits for the person: finished visits to confirm, invoices to pay, requests under way. */
export function PendingList({ items }: { items: Pending[] }) {
  const t = useTranslations("espace.home");
  return (
    <section aria-labelledby="a-faire">
      <SectionHeader id="a-faire" title={t("waiting")} />
      {items.length === 0 ? (
        <Notice tone="success">{t("nothingWaits")}</Notice>
      ) : (
        <ChoiceList
          label={t("waiting")}
          items={items.map((item) => ({
            ...item,
            description: item.detail,
            leading: <Mark kind={item.kind} />,
          }))}
        />
      )}
    </section>
  );
}

function Mark({ kind }: { kind: Pending["kind"] }) {
  const Icon = icons[kind] ?? CircleCheck;
  return (
    <span aria-hidden className={`grid size-11 shrink-0 place-items-center rounded-full ${looks[kind]}`}>
      <Icon className="size-5" />
    </span>
  );
}
