"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { cx } from "./cx";
import { describedBy, FieldFrame, type FieldProps, inputClass } from "./field";
import { useFormField } from "./form-context";
import { IconButton } from "./icon-button";

type InputProps = ComponentProps<"input">;

export type TextFieldProps = FieldProps &
  Pick<
    InputProps,
    "autoComplete" | "inputMode" | "maxLength" | "placeholder" | "spellCheck" | "onBlur" | "pattern"
  > & {
    type?: "text" | "email" | "tel" | "url" | "password";
    defaultValue?: string;
    value?: string;
    onChange?: (value: string) => void;
    isReadOnly?: boolean;
    /** A code: reads left to right in every language. */
    isLeftToRight?: boolean;
    /** A unit after the input, e.g. "€" or "h". */
    suffix?: ReactNode;
  };

// Addresses, numbers and codes read left to right in every language.
const leftToRight = new Set(["email", "tel", "url", "password"]);

/** One line of text. `type="password"` adds a button that shows it. */
export function TextField(props: TextFieldProps) {
  const { label, description, isRequired, isDisabled, isReadOnly, isLabelHidden, error, className } = props;
  const { name, type = "text", suffix, defaultValue, value, onChange, ...input } = withoutFrame(props);
  const id = useId();
  const field = useFormField(name);
  const refusal = error ?? field.error;
  const [isShown, setShown] = useState(false);
  const hasEnd = Boolean(suffix) || type === "password";
  const isLeftToRight = props.isLeftToRight ?? leftToRight.has(type);
  return (
    <FieldFrame {...{ id, name, label, description, isRequired, isLabelHidden, className }} error={refusal}>
      <div className="relative">
        <input
          {...input}
          id={id}
          name={name}
          type={isShown ? "text" : type}
          value={value}
          defaultValue={value === undefined ? (field.value ?? defaultValue) : undefined}
          onChange={onChange ? (event) => onChange(event.currentTarget.value) : undefined}
          required={isRequired}
          disabled={isDisabled}
          readOnly={isReadOnly}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={describedBy(id, description, refusal)}
          dir={isLeftToRight ? "ltr" : undefined}
          className={cx(inputClass, isLeftToRight && "rtl:text-end", hasEnd && "pe-12")}
        />
        {suffix ? (
          <span className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-ink-muted">
            {suffix}
          </span>
        ) : null}
        {type === "password" ? <Reveal isShown={isShown} onPress={() => setShown(!isShown)} /> : null}
      </div>
    </FieldFrame>
  );
}

function withoutFrame(props: TextFieldProps) {
  const { label, description, isRequired, isDisabled, isReadOnly, isLabelHidden, isLeftToRight, ...rest } =
    props;
  const { error, className, ...input } = rest;
  return input;
}

function Reveal({ isShown, onPress }: { isShown: boolean; onPress: () => void }) {
  const t = useTranslations("ui");
  return (
    <IconButton
      label={t(isShown ? "hidePassword" : "showPassword")}
      icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      onPress={onPress}
      className="absolute end-0 top-0"
    />
  );
}
