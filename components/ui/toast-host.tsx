"use client";

import { type ComponentType, useEffect, useState } from "react";
import { receiveToasts } from "./toast";

/** Displays toasts; loads their region with the first one. Mounted once, in the root layout. */
export function ToastHost() {
  const [Region, setRegion] = useState<ComponentType | null>(null);
  useEffect(
    () =>
      receiveToasts((toast) => {
        void import("./toast-region").then((module) => {
          setRegion(() => module.ToastRegion);
          module.addToast(toast);
        });
      }),
    [],
  );
  return Region ? <Region /> : null;
}
