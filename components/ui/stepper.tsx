import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { cx } from "./cx";

export type Step = { label: string; href?: string };

/** Progress of a wizard. `current` counts from 0; a step that is done and has `href` is a link back. */
export function Stepper({ steps, current }: { steps: Step[]; current: number }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("stepper.label")} className="mb-8">
      <p className="mb-2 text-sm text-ink-muted sm:hidden">
        {t("stepper.position", { current: current + 1, total: steps.length })}
        {" · "}
        <span className="font-semibold text-ink">{steps[current]?.label}</span>
      </p>
      <ol className="flex gap-2">
        {steps.map((step, index) => (
          <li key={step.label} aria-current={index === current ? "step" : undefined} className="flex-1">
            <span
              aria-hidden
              className={cx("block h-1.5 rounded-full", index <= current ? "bg-accent" : "bg-neutral-soft")}
            />
            <StepLabel
              step={step}
              isDone={index < current}
              isCurrent={index === current}
              doneWord={t("stepper.done")}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLabel({
  step,
  isDone,
  isCurrent,
  doneWord,
}: {
  step: Step;
  isDone: boolean;
  isCurrent: boolean;
  doneWord: string;
}) {
  const look = cx(
    "mt-2 items-center gap-1.5 text-sm sr-only sm:not-sr-only sm:flex",
    isCurrent ? "font-semibold text-ink" : "text-ink-muted",
  );
  const content = (
    <>
      {isDone ? <Check aria-hidden className="size-4 text-accent-text" /> : null}
      {step.label}
      {isDone ? <span className="sr-only"> ({doneWord})</span> : null}
    </>
  );
  if (!isDone || !step.href) return <span className={look}>{content}</span>;
  return (
    <Link href={step.href} className={cx(look, "hover:text-accent-text hover:underline")}>
      {content}
    </Link>
  );
}
