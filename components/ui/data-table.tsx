import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { cx } from "./cx";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The API's `ordering` value; with `sort` on the table it makes the header a link. */
  sortKey?: string;
  align?: "start" | "end";
  /** The row's name: first line of the card on a phone. One per table. */
  primary?: boolean;
  /** Left out of the card on a phone. */
  desktopOnly?: boolean;
  className?: string;
};

export type Sort = { current: string | undefined; href: (ordering: string) => string };

/**
 * A semantic table rendered on the server; below 768 px each row becomes a card.
 * `caption` names it for screen readers. Sorting is a link: no client code.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  rowActions,
  empty,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  sort?: Sort;
  rowActions?: { header: string; cell: (row: Row) => ReactNode };
  empty?: ReactNode;
}) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const all: Column<Row>[] = rowActions
    ? [...columns, { key: "_actions", header: rowActions.header, cell: rowActions.cell, align: "end" }]
    : columns;
  return (
    <div className="md:overflow-x-auto md:rounded-card md:border md:border-line md:bg-raised md:shadow-card">
      <table className="block w-full border-collapse text-[0.9375rem] md:table">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr className="md:border-b md:border-line md:bg-sunken">
            {all.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody className="block space-y-3 md:table-row-group md:space-y-0">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="block rounded-card border border-line bg-raised p-4 shadow-card md:table-row md:border-0 md:border-b md:p-0 md:shadow-none md:last:border-0 md:hover:bg-surface"
            >
              {all.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort: Sort | undefined }) {
  const t = useTranslations("ui");
  const align = column.align === "end" ? "text-end" : "text-start";
  const look = cx(
    "px-4 py-2 text-sm font-semibold text-ink-muted whitespace-nowrap",
    align,
    column.className,
  );
  if (column.key === "_actions")
    return (
      <th scope="col" className={cx(look, "md:sticky md:end-0 md:bg-inherit")}>
        <span className="sr-only">{column.header}</span>
      </th>
    );
  if (!sort || !column.sortKey)
    return (
      <th scope="col" className={look}>
        {column.header}
      </th>
    );
  const ascending = sort.current === column.sortKey;
  const descending = sort.current === `-${column.sortKey}`;
  const Icon = ascending ? ArrowUp : descending ? ArrowDown : ArrowUpDown;
  return (
    <th
      scope="col"
      aria-sort={ascending ? "ascending" : descending ? "descending" : undefined}
      className={cx(look, "py-0")}
    >
      <Link
        href={sort.href(ascending ? `-${column.sortKey}` : column.sortKey)}
        title={typeof column.header === "string" ? t("sort.by", { column: column.header }) : undefined}
        scroll={false}
        className={cx(
          "inline-flex min-h-11 items-center gap-1.5 hover:text-ink",
          (ascending || descending) && "text-accent-text",
        )}
      >
        {column.header}
        <Icon aria-hidden className="size-3.5 shrink-0" />
      </Link>
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const actions = column.key === "_actions";
  return (
    <td
      className={cx(
        "items-baseline justify-between gap-4 py-1 align-middle max-md:has-[>div:empty]:hidden md:table-cell md:px-4 md:py-2.5",
        column.desktopOnly ? "hidden" : "flex",
        column.primary && "pb-2 text-base font-semibold md:py-2.5 md:text-[0.9375rem]",
        column.align === "end" && "tabular-nums md:text-end",
        // A table wider than its place scrolls under the acts: they are what people come for.
        actions && "pt-3 md:sticky md:end-0 md:bg-inherit",
        column.className,
      )}
    >
      {column.primary || actions ? null : (
        <span aria-hidden className="shrink-0 text-sm text-ink-muted md:hidden">
          {column.header}
        </span>
      )}
      <div
        className={cx(
          "min-w-0",
          column.primary || actions ? "w-full" : "text-end",
          column.align === "end" ? "md:text-end" : "md:text-start",
        )}
      >
        {actions ? (
          <div className="flex flex-wrap gap-2 md:flex-nowrap md:justify-end">{column.cell(row)}</div>
        ) : (
          column.cell(row)
        )}
      </div>
    </td>
  );
}
