// F18: a hundred people erased while others are served; the words that named them are looked for in everything.
import { conclude } from "./support/figures.ts";
import { measuredTest, numbersIn } from "./support/measured-test.ts";

const { passed, line, output } = await measuredTest("lib/rgpd/canaries.db.test.ts", "erasure:");
const [people = 0, beside = 0, shown = -1, planted = 0, columns = -1, exported = -1] = numbersIn(line);
conclude(
  `F18 ${people} people erased, ${beside} requests beside`,
  [
    { what: "canaries in the dump", seen: `${shown} of ${planted}`, target: "0", ok: passed && shown === 0 },
    { what: "columns that open to one", seen: columns, target: "0", ok: columns === 0 },
    { what: "canaries in exports", seen: exported, target: "0", ok: exported === 0 },
  ],
  passed ? [] : output.split("\n").filter((one) => one.includes("FAIL") || one.includes("Error")),
);
