"use client";

import { useRef, useState } from "react";

export type Row<T> = { key: number; value: T; isNew: boolean };

/** Entries of a form that are added, taken off and put first; keys stay, so that what was typed stays with its entry. */
export function useRows<T>(start: readonly T[]) {
  const [rows, setRows] = useState<Row<T>[]>(() => start.map((value, key) => ({ key, value, isNew: false })));
  const nextKey = useRef(start.length);
  return {
    rows,
    add: (value: T) => {
      const key = nextKey.current++;
      setRows((all) => [...all, { key, value, isNew: true }]);
    },
    remove: (key: number) => setRows((all) => all.filter((row) => row.key !== key)),
    putFirst: (key: number) =>
      setRows((all) => [...all.filter((row) => row.key === key), ...all.filter((row) => row.key !== key)]),
  };
}
