"use client";

import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { FormAction, FormFailure } from "./form-state";

export type ConfirmIdentityProps = {
  action: FormAction;
  /** The person has a second factor: its code is asked for beside the password. */
  asksCode: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirmed: () => void;
};
/** The act with which a person proves again who they are, and the dialog, which is loaded when it is needed. */
type Means = { action: FormAction; load: () => Promise<ComponentType<ConfirmIdentityProps>> };
const ConfirmMeans = createContext<Means | null>(null);

export function ConfirmIdentityMeans({ children, ...means }: Means & { children: ReactNode }) {
  return <ConfirmMeans value={means}>{children}</ConfirmMeans>;
}

/** Asks for the password, and a code of who has a second factor, when a form was refused for want of a recent proof; then the form is sent again. */
export function ConfirmIdentity({
  refusal,
  onConfirmed,
}: {
  refusal: FormFailure | null;
  onConfirmed: () => void;
}) {
  const means = useContext(ConfirmMeans);
  const load = means?.load;
  const [asked, setAsked] = useState<FormFailure | null>(null);
  const [Dialog, setDialog] = useState<ComponentType<ConfirmIdentityProps>>();
  useEffect(() => {
    const asks = refusal?.code === "reauthenticate";
    setAsked(asks ? refusal : null);
    if (asks) void load?.().then((loaded) => setDialog(() => loaded));
  }, [refusal, load]);
  if (!asked || !means || !Dialog) return null;
  return (
    <Dialog
      action={means.action}
      asksCode={asked.extra?.second_facteur === true}
      onOpenChange={(isOpen) => isOpen || setAsked(null)}
      onConfirmed={() => {
        setAsked(null);
        onConfirmed();
      }}
    />
  );
}
