import { expect, test } from "vitest";
import { WindowCounter } from "./window-counter";

test("counts each key by itself, and anew once its window has ended", () => {
  const counter = new WindowCounter(60_000, 10);
  expect(counter.count("a", 1_000)).toEqual({ used: 1, endMs: 61_000 });
  expect(counter.count("a", 60_999)).toEqual({ used: 2, endMs: 61_000 });
  expect(counter.count("b", 60_999)).toEqual({ used: 1, endMs: 120_999 });
  expect(counter.count("a", 61_000)).toEqual({ used: 1, endMs: 121_000 });
  expect(counter.count("b", 61_000).used).toBe(2);
});

test("forgets what ran out without being asked for it again", () => {
  const counter = new WindowCounter(60_000, 1_000);
  for (let at = 0; at < 500; at++) counter.count(`old ${at}`, at);
  expect(counter.size).toBe(500);
  counter.count("new", 60_250);
  expect(counter.size).toBe(250);
});

test("holds no more keys than it may, however many come, and keeps the newest", () => {
  const counter = new WindowCounter(60_000, 100);
  for (let at = 0; at < 10_000; at++) counter.count(`address ${at}`, 5);
  expect(counter.size).toBe(100);
  expect(counter.count("address 9999", 6).used).toBe(2);
  expect(counter.count("address 9900", 6).used).toBe(2);
  expect(counter.count("address 0", 6).used).toBe(1);
});
