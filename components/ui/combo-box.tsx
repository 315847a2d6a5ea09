"use client";

import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { AriaLabel, AriaLocale, AriaNotes } from "./aria-field";
import { type FieldProps, fieldClass, groupClass } from "./field";
import { useFormField } from "./form-context";
import { optionClass, popoverClass } from "./popover-style";

export type ComboOption = { value: string; label: string; description?: string };

/**
 * One choice among many, found by typing. The form receives the option's `value`. With `onSearch` the options are
 * those of the last search (a server's), shown as they come.
 */
export function ComboBox({
  name,
  label,
  description,
  isRequired,
  isDisabled,
  error,
  isLabelHidden,
  className,
  options,
  placeholder,
  defaultValue,
  value,
  onChange,
  onSearch,
}: FieldProps & {
  options: readonly ComboOption[];
  placeholder?: string;
  defaultValue?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  onSearch?: (text: string) => void;
}) {
  const t = useTranslations("ui");
  const field = useFormField(name);
  const refusal = error ?? field.error;
  // The collection knows its items by `id`: without one it counts, and a new order would break it.
  const items = useMemo(() => options.map((option) => ({ ...option, id: option.value })), [options]);
  return (
    <AriaLocale>
      <AriaComboBox
        name={name}
        formValue="key"
        {...(onSearch ? { items, onInputChange: onSearch } : { defaultItems: items })}
        value={value}
        defaultValue={value === undefined ? (field.value ?? defaultValue) : undefined}
        onChange={onChange ? (key) => onChange(key === null ? null : String(key)) : undefined}
        isRequired={isRequired}
        isDisabled={isDisabled}
        isInvalid={Boolean(refusal)}
        validationBehavior="aria"
        menuTrigger="focus"
        allowsEmptyCollection
        className={fieldClass(className)}
        data-field={name}
      >
        <AriaLabel label={label} isRequired={isRequired} isLabelHidden={isLabelHidden} />
        <Group className={groupClass}>
          <Input
            placeholder={placeholder ?? t("choose")}
            className="w-full min-w-0 flex-1 bg-transparent px-3 py-2 outline-none placeholder:text-ink-muted"
          />
          <Button
            aria-label={t("openList")}
            className="tap -my-0.5 inline-flex items-center justify-center text-ink-muted"
          >
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        </Group>
        <AriaNotes description={description} error={refusal} />
        <Popover className={`${popoverClass} w-(--trigger-width) overflow-auto`}>
          <ListBox<ComboOption>
            className="max-h-80 overflow-auto p-1.5 outline-none"
            renderEmptyState={() => <p className="px-3 py-2.5 text-ink-muted">{t("noMatch")}</p>}
          >
            {(option) => <ComboItem option={option} />}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </AriaLocale>
  );
}

function ComboItem({ option }: { option: ComboOption }) {
  return (
    <ListBoxItem id={option.value} textValue={option.label} className={optionClass}>
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            <span className="block truncate">{option.label}</span>
            {option.description ? (
              <span className="block truncate text-sm font-normal text-ink-muted">{option.description}</span>
            ) : null}
          </span>
          {isSelected ? <Check aria-hidden /> : null}
        </>
      )}
    </ListBoxItem>
  );
}
