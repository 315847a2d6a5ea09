"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import {
  descriptionClass,
  type FieldProps,
  LabelText,
  labelClass,
  RefusalContent,
  refusalClass,
} from "./field";

// Day-first dates, 24 hours and Western digits everywhere; no browser knows Tamazight, so its pickers speak French.
const pickerLocale: Record<string, string> = {
  fr: "fr-FR",
  en: "en-GB",
  ar: "ar-MA-u-nu-latn",
  tzm: "fr-FR",
};

/** Language and direction for react-aria. Each wrapped component brings it, so that plain pages do not pay for it. */
export function AriaLocale({ children }: { children: ReactNode }) {
  return <I18nProvider locale={pickerLocale[useLocale()] ?? "fr-FR"}>{children}</I18nProvider>;
}

export function AriaLabel({
  label,
  isRequired,
  isLabelHidden,
}: Pick<FieldProps, "label" | "isRequired" | "isLabelHidden">) {
  return (
    <Label className={isLabelHidden ? "sr-only" : labelClass}>
      <LabelText label={label} isRequired={isRequired} />
    </Label>
  );
}

/** Description and refusal inside a react-aria field, which links them to its control. */
export function AriaNotes({ description, error }: { description?: ReactNode; error?: string }) {
  return (
    <>
      {description ? (
        <Text slot="description" className={descriptionClass}>
          {description}
        </Text>
      ) : null}
      <FieldError className={refusalClass}>
        <RefusalContent>{error}</RefusalContent>
      </FieldError>
    </>
  );
}
