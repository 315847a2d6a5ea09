"use client";

import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { AriaLocale } from "./aria-field";

export type TabEntry = { key: string; label: ReactNode; content: ReactNode };

/** Views of one thing that need no address of their own. For pages and filters use TabNav. */
export function Tabs({
  label,
  items,
  defaultKey,
}: {
  label: string;
  items: TabEntry[];
  defaultKey?: string;
}) {
  return (
    <AriaLocale>
      <AriaTabs defaultSelectedKey={defaultKey}>
        <TabList aria-label={label} className="mb-5 flex gap-1 overflow-x-auto border-b border-line">
          {items.map((item) => (
            <Tab
              key={item.key}
              id={item.key}
              className="-mb-px inline-flex min-h-11 cursor-pointer items-center border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-ink-muted outline-offset-[-3px] hover:text-ink data-[selected]:border-accent data-[selected]:text-accent-text"
            >
              {item.label}
            </Tab>
          ))}
        </TabList>
        {items.map((item) => (
          <TabPanel key={item.key} id={item.key}>
            {item.content}
          </TabPanel>
        ))}
      </AriaTabs>
    </AriaLocale>
  );
}
