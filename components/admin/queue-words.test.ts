import { expect, test } from "vitest";
import { queueNames } from "@/db/queues";
import { translator } from "@/lib/i18n/translate";
import { queueLabel } from "./queue-words";

test("every queue has a name that an admin understands", () => {
  const t = translator("fr", "taches");
  expect(queueNames.filter((name) => queueLabel(t, name) === name)).toEqual([]);
});
