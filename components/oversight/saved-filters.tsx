import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import type { FiltreShape } from "@/lib/oversight/schemas-filtre";
import { ActionForm } from "../ui/action-form";
import { buttonClass } from "../ui/button-style";
import type { FormAction } from "../ui/form-state";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { TextLink } from "../ui/text-link";

/** A kept filter as the explorer's address. */
export function filterHref(filtre: FiltreShape["filtre"]): string {
  const query = new URLSearchParams(
    Object.entries(filtre).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query ? `/audit?${query}` : "/audit";
}

/** Whether the explorer shows just this filter now. */
function isShown(filtre: FiltreShape["filtre"], input: Record<string, string>): boolean {
  const told = Object.entries(filtre).filter(([, value]) => value !== undefined);
  return (
    told.length === Object.keys(input).length && told.every(([name, value]) => input[name] === String(value))
  );
}

type Props = { filters: readonly FiltreShape[]; input: Record<string, string>; save: FormAction };

/** The reader's own filters above the log, and a place to keep the one at work. */
export function SavedFilters({ filters, input, save }: Props) {
  const t = useTranslations("audit.filtres");
  const isNew = Object.keys(input).length > 0 && !filters.some(({ filtre }) => isShown(filtre, input));
  if (filters.length === 0 && !isNew) return null;
  return (
    <section aria-label={t("title")} className="mb-5 space-y-3">
      {filters.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="text-sm font-medium text-ink-muted">{t("title")}</h2>
          <ul className="contents">
            {filters.map(({ id, nom, filtre }) => (
              <li key={id} className="min-w-0">
                <Link
                  href={filterHref(filtre)}
                  aria-current={isShown(filtre, input) ? "true" : undefined}
                  className={buttonClass(
                    isShown(filtre, input) ? "primary" : "secondary",
                    "sm",
                    "max-w-full",
                  )}
                >
                  <bdi className="truncate">{nom}</bdi>
                </Link>
              </li>
            ))}
          </ul>
          <TextLink href="/audit/filtres">{t("manage")}</TextLink>
        </div>
      ) : null}
      {isNew ? <Keep input={input} save={save} /> : null}
    </section>
  );
}

function Keep({ input, save }: Omit<Props, "filters">) {
  const t = useTranslations("audit.filtres");
  return (
    <ActionForm action={save} aria-label={t("save")} className="max-w-2xl space-y-3" resetOnSuccess>
      <input type="hidden" name="filtre" value={JSON.stringify(input)} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
        <TextField name="nom" label={t("name")} isRequired maxLength={60} />
        <SubmitButton variant="secondary">{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
