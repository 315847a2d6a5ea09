"use client";

import { createContext, useContext } from "react";
import { type FormFailure, type FormValues, fieldName } from "./form-state";

export type FormFields = {
  errors: Record<string, string>;
  values: FormValues;
  isPending: boolean;
  failure: FormFailure | null;
};

const nothing: FormFields = { errors: {}, values: {}, isPending: false, failure: null };

export const FormFieldsContext = createContext<FormFields>(nothing);

/** What the surrounding ActionForm knows about one field: its refusal and the value it was sent with. */
export function useFormField(name: string | undefined): {
  error: string | undefined;
  value: string | undefined;
} {
  const { errors, values } = useContext(FormFieldsContext);
  if (!name) return { error: undefined, value: undefined };
  const value = values[name];
  return { error: errors[fieldName(name)], value: Array.isArray(value) ? value[0] : value };
}

/** True while the surrounding ActionForm is being sent. */
export function useFormPending(): boolean {
  return useContext(FormFieldsContext).isPending;
}

/** The last refusal of the surrounding ActionForm, for what a form offers on one of them; null otherwise. */
export function useFormFailure(): FormFailure | null {
  return useContext(FormFieldsContext).failure;
}
