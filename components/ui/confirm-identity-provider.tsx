"use client";

import type { ReactNode } from "react";
import { ConfirmIdentityMeans } from "./confirm-identity";
import type { FormAction } from "./form-state";

const load = () => import("./confirm-identity-dialog").then((module) => module.ConfirmIdentityDialog);

/** Gives every form below it the act with which a person proves again who they are. */
export function ConfirmIdentityProvider({ action, children }: { action: FormAction; children: ReactNode }) {
  return (
    <ConfirmIdentityMeans action={action} load={load}>
      {children}
    </ConfirmIdentityMeans>
  );
}
