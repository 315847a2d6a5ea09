"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { formatMoney, type Language } from "@/lib/i18n/format";
import { useRouter } from "@/lib/i18n/navigation";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { type BatchItem, type BatchLine, batchTotals } from "./batch";
import { BatchResults } from "./batch-results";
import { useBatchRun } from "./batch-run";

type BatchFormProps = {
  /** `prepare` can be undone; `issue` asks first. */
  act: "prepare" | "issue";
  items: BatchItem[];
  run: (ids: number[]) => Promise<BatchLine[]>;
  words: Language;
  /** A table with one box per item, named `id`. */
  children: ReactNode;
};

/** Chooses several rows of a table and acts on all of them, with progress and a result for each. */
export function BatchForm({ act, items, run, words, children }: BatchFormProps) {
  const t = useTranslations("factures.batch");
  const router = useRouter();
  const { form, chosen, read, chooseAll, letGo } = useChosen(items);
  const batch = useBatchRun(run, (done) => {
    letGo(done);
    router.refresh();
  });
  const [isAsking, setAsking] = useState(false);
  const isRunning = batch.state?.isRunning ?? false;
  const start = () => {
    setAsking(false);
    void batch.start(chosen);
  };
  const sums = formatTotals(chosen, words);
  return (
    <form
      ref={form}
      // What has the focus stays above the bar.
      className="[&_:is(a,input)]:scroll-mb-32"
      onChange={read}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length === 0 || isRunning) return;
        if (act === "issue") setAsking(true);
        else start();
      }}
    >
      {batch.state ? <BatchResults state={batch.state} onStop={batch.stop} onClose={batch.clear} /> : null}
      {items.length > 0 ? (
        <Checkbox
          label={t("all", { count: items.length })}
          isSelected={chosen.length === items.length}
          onChange={chooseAll}
          className="mb-1 w-fit"
        />
      ) : null}
      {children}
      {items.length > 0 ? (
        <div className="sticky bottom-0 z-10 mt-4 flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-raised p-3 shadow-overlay max-md:bottom-18">
          <p role="status" className="font-medium">
            {t("chosen", { count: chosen.length })}
            {sums ? <bdi className="text-ink-muted tabular-nums"> · {sums}</bdi> : null}
          </p>
          <Button type="submit" variant="primary" isDisabled={chosen.length === 0} isPending={isRunning}>
            {t(`${act}.act`)}
          </Button>
        </div>
      ) : null}
      {act === "issue" ? (
        <IssueDialog
          count={chosen.length}
          sums={sums}
          isOpen={isAsking}
          onOpenChange={setAsking}
          onConfirm={start}
        />
      ) : null}
    </form>
  );
}

/** Which boxes of the table are ticked; the boxes themselves hold the answer. */
function useChosen(items: readonly BatchItem[]) {
  const form = useRef<HTMLFormElement>(null);
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=id]") ?? [])];
  const read = () => setIds(new Set(boxes().flatMap((box) => (box.checked ? [Number(box.value)] : []))));
  // Rows come and go after an act: what is ticked is read again.
  useEffect(() => {
    const ticked = form.current?.querySelectorAll<HTMLInputElement>("input[name=id]:checked") ?? [];
    const still = new Set(items.map(({ id }) => id));
    setIds(new Set([...ticked].map((box) => Number(box.value)).filter((id) => still.has(id))));
  }, [items]);
  const chooseAll = (isOn: boolean) => {
    for (const box of boxes()) box.checked = isOn;
    read();
  };
  const letGo = (done: readonly number[]) => {
    for (const box of boxes()) if (done.includes(Number(box.value))) box.checked = false;
    read();
  };
  return { form, chosen: items.filter(({ id }) => ids.has(id)), read, chooseAll, letGo };
}

const formatTotals = (items: readonly BatchItem[], words: Language) =>
  batchTotals(items)
    .map(({ devise, cents }) => formatMoney(cents, devise, words))
    .join(" + ");

function IssueDialog({
  count,
  sums,
  isOpen,
  onOpenChange,
  onConfirm,
}: {
  count: number;
  sums: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
}) {
  const t = useTranslations("factures.batch");
  return (
    <Dialog
      role="alertdialog"
      size="sm"
      title={t("issue.title", { count })}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {(close) => (
        <>
          <p className="mb-2 text-2xl font-semibold tabular-nums">
            <bdi>{sums}</bdi>
          </p>
          <p className="text-ink-muted">{t("issue.consequence")}</p>
          <div className="flex flex-col-reverse gap-3 pt-6 sm:flex-row sm:justify-end">
            <Button onPress={close}>{t("issue.back")}</Button>
            <Button variant="primary" onPress={onConfirm}>
              {t("issue.confirm", { count })}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
