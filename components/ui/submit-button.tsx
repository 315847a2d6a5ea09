"use client";

import { Button, type ButtonProps } from "./button";
import { useFormPending } from "./form-context";

/** The act of an ActionForm. Give `name` and `value` when a form has several. */
export function SubmitButton({ variant = "primary", ...rest }: Omit<ButtonProps, "type" | "isPending">) {
  return <Button {...rest} type="submit" variant={variant} isPending={useFormPending()} />;
}
