"use client";

import { Printer } from "lucide-react";
import { Button } from "../ui/button";

/** Prints the page as it stands. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button className="max-md:hidden" icon={<Printer aria-hidden />} onPress={() => window.print()}>
      {label}
    </Button>
  );
}
