import { getTranslations } from "next-intl/server";
import { StepPicture } from "@/components/public/step-picture";
import { formatNumber } from "@/lib/i18n/format";
import { Band, BandTitle } from "./band";

/** How it works, in three sentences. */
export async function Steps() {
  const t = await getTranslations("public.home");
  const steps = [1, 2, 3] as const;
  return (
    <Band labelledBy="etapes">
      <BandTitle id="etapes" title={t("stepsTitle")} />
      <ol className="grid gap-8 md:grid-cols-3">
        {steps.map((step) => (
          <li key={step} className="flex flex-col items-start gap-3">
            <StepPicture step={step} />
            <h3 className="flex items-center gap-3 text-xl font-semibold">
              <span
                aria-hidden
                className="inline-flex size-9 items-center justify-center rounded-full bg-accent text-base font-bold text-accent-ink"
              >
                {formatNumber(step, { locale: "fr" })}
              </span>
              {t(`step${step}Title`)}
            </h3>
            <p className="text-ink-muted">{t(`step${step}`)}</p>
          </li>
        ))}
      </ol>
    </Band>
  );
}
