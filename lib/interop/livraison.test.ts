import { describe, expect, test } from "vitest";
import { delays, nextAttempt, outcomeOf } from "./livraison";

const answered = (code: number | null) => ({ code, erreur: null });

describe("outcomeOf", () => {
  test("only a 2xx delivers", () => {
    for (const code of [200, 202, 204, 299]) expect(outcomeOf(answered(code), 0)).toBe("livree");
    for (const code of [100, 301, 307, 400, 404, 429, 500, 503, null])
      expect(outcomeOf(answered(code), 0)).toBe("en_attente");
  });

  test("gives up on 410, on a stopped address, and after the last delay", () => {
    expect(outcomeOf(answered(410), 0)).toBe("abandonnee");
    expect(outcomeOf({ code: null, erreur: "stopped" }, 0)).toBe("abandonnee");
    expect(outcomeOf(answered(500), delays.length - 1)).toBe("en_attente");
    expect(outcomeOf(answered(500), delays.length)).toBe("abandonnee");
  });
});

test("attempts grow apart and end within four days", () => {
  const now = new Date("2026-03-10T08:00:00Z");
  expect(nextAttempt(now, 0).toISOString()).toBe("2026-03-10T08:00:05.000Z");
  expect([...delays].sort((a, b) => a - b)).toEqual([...delays]);
  expect(delays.reduce((sum, one) => sum + one, 0)).toBeLessThan(4 * 86_400);
});
