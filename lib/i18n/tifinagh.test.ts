import { expect, it } from "vitest";
import { toTifinagh } from "./tifinagh";

// CLDR 48 shi-Latn / shi-Tfng (1–33), CLDR zgh and the name of the script (34, 35).
const pairs: [string, string][] = [
  ["ibrir", "ⵉⴱⵔⵉⵔ"],
  ["mayyu", "ⵎⴰⵢⵢⵓ"],
  ["yunyu", "ⵢⵓⵏⵢⵓ"],
  ["yulyuz", "ⵢⵓⵍⵢⵓⵣ"],
  ["ɣuct", "ⵖⵓⵛⵜ"],
  ["cutanbir", "ⵛⵓⵜⴰⵏⴱⵉⵔ"],
  ["dujanbir", "ⴷⵓⵊⴰⵏⴱⵉⵔ"],
  ["maṛṣ", "ⵎⴰⵕⵚ"],
  ["bṛayṛ", "ⴱⵕⴰⵢⵕ"],
  ["aynas", "ⴰⵢⵏⴰⵙ"],
  ["akṛas", "ⴰⴽⵕⴰⵙ"],
  ["akwas", "ⴰⴽⵡⴰⵙ"],
  ["asiḍyas", "ⴰⵙⵉⴹⵢⴰⵙ"],
  ["tifawt", "ⵜⵉⴼⴰⵡⵜ"],
  ["tadggʷat", "ⵜⴰⴷⴳⴳⵯⴰⵜ"],
  ["asggʷas", "ⴰⵙⴳⴳⵯⴰⵙ"],
  ["ayyur", "ⴰⵢⵢⵓⵔ"],
  ["iḍlli", "ⵉⴹⵍⵍⵉ"],
  ["assa", "ⴰⵙⵙⴰ"],
  ["tasragt", "ⵜⴰⵙⵔⴰⴳⵜ"],
  ["tusdidt", "ⵜⵓⵙⴷⵉⴷⵜ"],
  ["tasint", "ⵜⴰⵙⵉⵏⵜ"],
  ["taɛrabt", "ⵜⴰⵄⵔⴰⴱⵜ"],
  ["tafransist", "ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ"],
  ["tanglizt", "ⵜⴰⵏⴳⵍⵉⵣⵜ"],
  ["taṭalyant", "ⵜⴰⵟⴰⵍⵢⴰⵏⵜ"],
  ["tahindit", "ⵜⴰⵀⵉⵏⴷⵉⵜ"],
  ["taxmirt", "ⵜⴰⵅⵎⵉⵔⵜ"],
  ["qatar", "ⵇⴰⵜⴰⵔ"],
  ["bḥrayn", "ⴱⵃⵔⴰⵢⵏ"],
  ["ṭanẓanya", "ⵟⴰⵏⵥⴰⵏⵢⴰ"],
  ["tcad", "ⵜⵛⴰⴷ"],
  ["djibuti", "ⴷⵊⵉⴱⵓⵜⵉ"],
  ["tamaziɣt", "ⵜⴰⵎⴰⵣⵉⵖⵜ"],
  ["tifinaɣ", "ⵜⵉⴼⵉⵏⴰⵖ"],
];

it("has the 35 verified pairs", () => expect(pairs).toHaveLength(35));

it.each(pairs)("%s is written %s", (latin, tifinagh) => {
  expect(toTifinagh(latin)).toBe(tifinagh);
});

it("ignores case, folds look-alikes and keeps the rest", () => {
  expect(toTifinagh("TAMAZIƔT")).toBe("ⵜⴰⵎⴰⵣⵉⵖⵜ");
  expect(toTifinagh("tamaziγt")).toBe("ⵜⴰⵎⴰⵣⵉⵖⵜ");
  expect(toTifinagh("taεrabt")).toBe(toTifinagh("taɛrabt"));
  expect(toTifinagh("Ass-a, 14:05")).toBe("ⴰⵙⵙ-ⴰ, 14:05");
  expect(toTifinagh("yeţu")).toBe("ⵢⴻⵜⵜⵓ");
});
