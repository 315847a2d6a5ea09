"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Asks the server for the page anew, where what it shows changes by itself. */
export function RefreshButton({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  return (
    <Button
      size="sm"
      icon={<RefreshCw aria-hidden />}
      isPending={isPending}
      onPress={() => start(() => router.refresh())}
    >
      {children}
    </Button>
  );
}
