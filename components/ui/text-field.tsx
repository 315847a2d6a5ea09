"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from "react-aria-components/TextField";
import { cx } from "./cx";
import { FieldDescription, FieldLabel, type FieldProps, FieldRefusal, fieldClass, inputClass } from "./field";
import { useFormField } from "./form-context";
import { IconButton } from "./icon-button";

export type TextFieldProps = FieldProps &
  Pick<
    AriaTextFieldProps,
    | "defaultValue"
    | "value"
    | "onChange"
    | "onBlur"
    | "type"
    | "autoComplete"
    | "inputMode"
    | "maxLength"
    | "isReadOnly"
    | "autoFocus"
    | "spellCheck"
  > & {
    placeholder?: string;
    /** A unit after the input, e.g. "€" or "h". */
    suffix?: ReactNode;
  };

// Addresses, numbers and codes read left to right in every language.
const leftToRight = new Set(["email", "tel", "url", "password"]);

/** One line of text. `type="password"` adds a button that shows it. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    description,
    isRequired,
    error,
    isLabelHidden,
    className,
    placeholder,
    suffix,
    type,
    ...rest
  } = props;
  const field = useFormField(name);
  const refusal = error ?? field.error;
  const [isShown, setShown] = useState(false);
  const isLeftToRight = type !== undefined && leftToRight.has(type);
  const hasEnd = Boolean(suffix) || type === "password";
  const defaultValue = rest.value === undefined ? (field.value ?? rest.defaultValue) : undefined;
  return (
    <AriaTextField
      {...rest}
      defaultValue={defaultValue}
      name={name}
      type={type === "password" && isShown ? "text" : type}
      isRequired={isRequired}
      isInvalid={Boolean(refusal)}
      validationBehavior="aria"
      className={fieldClass(className)}
      data-field={name}
    >
      <FieldLabel label={label} isRequired={isRequired} isLabelHidden={isLabelHidden} />
      <div className="relative">
        <Input
          placeholder={placeholder}
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
      <FieldDescription>{description}</FieldDescription>
      <FieldRefusal>{refusal}</FieldRefusal>
    </AriaTextField>
  );
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
