import { expect, test } from "vitest";
import { wholeList } from "./whole-list";

const pages = (sizes: number[]) => {
  let at = 0;
  return async () => {
    const results = Array.from({ length: sizes[at] ?? 0 }, (_, n) => `${at}:${n}`);
    at += 1;
    return { results, next: at < sizes.length ? String(at) : null };
  };
};

test("reads every page and says that nothing is missing", async () => {
  expect(await wholeList(pages([2, 2, 1]))).toEqual({
    rows: ["0:0", "0:1", "1:0", "1:1", "2:0"],
    truncated: false,
  });
  expect(await wholeList(pages([2, 2]), 4)).toMatchObject({ rows: { length: 4 }, truncated: false });
});

test("stops at the most and says that there was more", async () => {
  expect(await wholeList(pages([2, 2, 1]), 4)).toMatchObject({ rows: { length: 4 }, truncated: true });
  expect(await wholeList(pages([2, 2]), 3)).toMatchObject({ rows: { length: 3 }, truncated: true });
});
