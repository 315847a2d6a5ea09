import { test as base } from "@playwright/test";
import { apiOf } from "./api.ts";
import { peopleOf } from "./people.ts";

type Fixtures = {
  /** People made for this test alone. */
  people: ReturnType<typeof peopleOf>;
  /** The API as the demonstration's gestionnaire. */
  agency: ReturnType<typeof apiOf>;
};

export const test = base.extend<Fixtures>({
  people: async ({ request }, use) => {
    const people = peopleOf(request);
    await use(people);
    await people.leave();
  },
  agency: async ({ request }, use) => use(apiOf(request)),
});

export { expect } from "@playwright/test";
