"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { usePathname, useRouter } from "@/lib/i18n/navigation";
import { ComboBox, type ComboOption } from "../ui/combo-box";

const PAUSE_MS = 200;

/** Finds a client by name, town or phone among all of the agency; the choice goes to the address. */
export function ClientPicker({
  search,
  start,
  keep,
}: {
  search: (text: string) => Promise<ComboOption[]>;
  start: ComboOption[];
  /** Other parameters of the address. */
  keep: Record<string, string>;
}) {
  const t = useTranslations("plannings.create");
  const router = useRouter();
  const pathname = usePathname();
  const [options, setOptions] = useState(start);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef("");
  useEffect(() => () => clearTimeout(timer.current), []);
  const find = (text: string) => {
    asked.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const found = text.trim() ? await search(text).catch(() => []) : start;
      if (asked.current === text) setOptions(found);
    }, PAUSE_MS);
  };
  return (
    <ComboBox
      label={t("client")}
      description={t("clientHelp")}
      options={options}
      onSearch={find}
      onChange={(id) => {
        if (id) router.replace(`${pathname}?${new URLSearchParams({ ...keep, client_id: id })}`);
      }}
      placeholder={t("clientPlaceholder")}
      isRequired
    />
  );
}
