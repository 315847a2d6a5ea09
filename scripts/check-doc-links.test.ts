import { expect, test } from "vitest";
import { brokenLinks } from "./check-doc-links";

const exists = (target: string) => ["docs/a.md", "shot.png"].includes(target);

test("links to files that are there, to the web and to headings are fine", () => {
  const text =
    '[a](docs/a.md#part) [b](https://x.org) [c](#top) ![d](shot.png "title") <img src="shot.png">\n';
  expect(brokenLinks(text, exists)).toEqual([]);
});

test("a link to a missing file is named with its line; examples in code are not links", () => {
  const text =
    "one\n[a](docs/gone.md)\n`[x](y.md)`\n```\n[z](z.md)\n```\n<img src='ok'><img src=\"no.png\">\n";
  expect(brokenLinks(text, exists)).toEqual([
    [2, "docs/gone.md"],
    [7, "no.png"],
  ]);
});
