import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";
import { formatDate } from "@/lib/i18n/format";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import type { Horaire } from "@/lib/organisation/schemas-agence";

const days = [1, 2, 3, 4, 5, 6, 7];

/** Opening hours of each weekday, Monday first; both fields of a day empty: closed. */
export function HoursFields({ horaires }: { horaires: readonly Horaire[] }) {
  const t = useTranslations("admin.agency");
  const text = useLocale();
  const locale = isLocale(text) ? text : defaultLocale;
  return days.map((jour) => {
    const known = horaires.find((one) => one.jour === jour);
    // 1 January 2024 was a Monday.
    const day = formatDate(`2024-01-0${jour}`, { locale, style: "weekday" });
    const name = day.charAt(0).toUpperCase() + day.slice(1);
    return (
      <div key={jour} className="grid grid-cols-2 gap-3">
        <TextField
          name={`horaires.${jour}.debut`}
          label={t("from", { jour: name })}
          inputMode="numeric"
          placeholder="09:00"
          defaultValue={known?.debut}
        />
        <TextField
          name={`horaires.${jour}.fin`}
          label={t("to", { jour: name })}
          inputMode="numeric"
          placeholder="18:00"
          defaultValue={known?.fin}
        />
      </div>
    );
  });
}
