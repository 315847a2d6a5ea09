"use client";

import { type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import { ConfirmIdentity } from "./confirm-identity";
import { cx } from "./cx";
import { FormFieldsContext } from "./form-context";
import { FormErrorSummary } from "./form-error-summary";
import {
  type FormAction,
  type FormFailure,
  type FormState,
  type FormSuccess,
  problemsByField,
} from "./form-state";
import { Notice } from "./notice";

/**
 * A form sent to a server action. Keeps what was typed, shows pending on `SubmitButton`, puts each refusal
 * beside its field and a summary with focus on top. Works without client code too.
 */
export function ActionForm<Data = unknown>({
  action,
  onSuccess,
  onFailure,
  showSuccess = true,
  resetOnSuccess = false,
  className,
  children,
  ...rest
}: {
  action: FormAction<Data>;
  onSuccess?: (result: FormSuccess<Data>) => void;
  onFailure?: (refusal: FormFailure) => void;
  /** Show the action's own `message` above the form when it succeeds. */
  showSuccess?: boolean;
  resetOnSuccess?: boolean;
  className?: string;
  id?: string;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  children: ReactNode;
}) {
  const [state, dispatch, isPending] = useActionState<FormState<Data>, FormData>(action, null);
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<FormData>(null);
  const told = useRef<FormState<Data>>(null);

  useEffect(() => {
    if (!state || told.current === state) return;
    told.current = state;
    if (!state.ok) return onFailure?.(state);
    if (resetOnSuccess) form.current?.reset();
    onSuccess?.(state);
  }, [state, onSuccess, onFailure, resetOnSuccess]);

  const failure = state && !state.ok ? state : null;
  // Someone who proved who they are sends the same again: nothing is typed twice.
  const again = () =>
    startTransition(() => {
      if (sent.current) dispatch(sent.current);
    });
  const values = failure?.values ?? {};
  return (
    <FormFieldsContext value={{ errors: problemsByField(state), values, isPending, failure }}>
      <form
        {...rest}
        ref={form}
        action={dispatch}
        noValidate
        className={cx("space-y-5", className)}
        onSubmit={(event) => {
          // Sent by hand: React empties a form after its action, and people would have to type again.
          event.preventDefault();
          if (isPending) return;
          const submitter = (event.nativeEvent as SubmitEvent).submitter;
          const data = new FormData(event.currentTarget, submitter);
          // What the server rendered for browsers without client code.
          for (const name of [...data.keys()]) if (name.startsWith("$ACTION_")) data.delete(name);
          sent.current = data;
          startTransition(() => dispatch(data));
        }}
      >
        {state && !state.ok ? <FormErrorSummary state={state} form={form} /> : null}
        {state?.ok && showSuccess && state.message ? (
          <Notice tone="success" live>
            {state.message}
          </Notice>
        ) : null}
        {children}
      </form>
      <ConfirmIdentity refusal={failure} onConfirmed={again} />
    </FormFieldsContext>
  );
}
