"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { type Column, DataTable } from "../ui/data-table";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";
import type { BatchState } from "./batch-run";

/** How far the act is, then what became of each one. */
export function BatchResults({
  state,
  onStop,
  onClose,
}: {
  state: BatchState;
  onStop: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("factures.batch");
  const failed = state.lines.filter(({ ok }) => !ok).length;
  const done = state.lines.length - failed;
  const left = state.total - state.lines.length;
  return (
    <Card as="section" className="mb-6 space-y-4">
      {state.isRunning ? (
        <div className="flex flex-wrap items-center gap-4">
          <label className="min-w-56 flex-1 font-medium">
            {t("progress", { done: state.lines.length, total: state.total })}
            <progress
              value={state.lines.length}
              max={state.total}
              className="mt-2 block h-2.5 w-full overflow-hidden rounded-full bg-sunken accent-accent"
            />
          </label>
          <Button onPress={onStop}>{t("stop")}</Button>
        </div>
      ) : (
        <Notice
          tone={failed > 0 || left > 0 ? "warning" : "success"}
          title={t("result", { done, failed })}
          live
        >
          {state.isBroken ? t("broken", { left }) : left > 0 ? t("stopped", { left }) : null}
        </Notice>
      )}
      <Lines state={state} />
      {state.isRunning ? null : <Button onPress={onClose}>{t("close")}</Button>}
    </Card>
  );
}

type Line = BatchState["lines"][number];

function Lines({ state }: { state: BatchState }) {
  const t = useTranslations("factures.batch");
  if (state.lines.length === 0) return null;
  // What went wrong first: it needs someone.
  const lines = state.lines.toSorted((a, b) => Number(a.ok) - Number(b.ok));
  const columns: Column<Line>[] = [
    { key: "name", header: t("who"), primary: true, cell: (line) => <bdi>{line.name}</bdi> },
    {
      key: "result",
      header: t("outcome"),
      cell: (line) => {
        const Icon = line.ok ? CircleCheck : CircleX;
        return (
          <span
            className={`inline-flex items-start gap-2 ${line.ok ? "text-success-text" : "text-danger-text"}`}
          >
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
            {line.href ? <TextLink href={line.href}>{line.message}</TextLink> : line.message}
          </span>
        );
      },
    },
  ];
  return (
    <div className="max-h-96 overflow-y-auto">
      <DataTable caption={t("outcomes")} columns={columns} rows={lines} rowKey={(line) => line.id} />
    </div>
  );
}
