"use client";

import type { ReactNode } from "react";
import { useRouter } from "@/lib/i18n/navigation";
import { Dialog } from "../ui/dialog";

/** A dialog that the address opens: closing it goes to `closeHref`, the way back closes it too. */
export function RoutedDialog({
  title,
  closeHref,
  children,
}: {
  title: ReactNode;
  closeHref: string;
  children: ReactNode;
}) {
  const router = useRouter();
  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) router.push(closeHref, { scroll: false });
      }}
    >
      {children}
    </Dialog>
  );
}
