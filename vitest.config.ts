import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const ignored = ["node_modules/**", ".next/**", "dist/**", ".dihya/**", "e2e/**"];

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
  test: {
    retry: 0,
    // Tests send more than anybody may; those of the limits set their own.
    env: {
      ...Object.fromEntries(["ACCOUNT", "ADDRESS", "GUEST"].map((by) => [`DIHYA_LIMIT_${by}`, "1000000000"])),
      // What seals people's data: made for tests, nothing else was ever sealed under it.
      DIHYA_KEK: JSON.stringify({ current: "k1", keys: { k1: "A".repeat(43) } }),
      DIHYA_INDEX_KEY: "B".repeat(43),
    },
    // next-intl imports "next/server" without its extension, which only a bundler resolves.
    server: { deps: { inline: ["next-intl"] } },
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...ignored, "**/*.db.test.ts"],
          // Documents and PDFs are made whole: seconds on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: "./scripts/testing/database-setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
