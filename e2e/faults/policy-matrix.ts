// F11: every operation as six roles on what is theirs, another's, another agency's and absent, against the one table of
// rights; what is out of reach answers as if it did not exist.
import { conclude } from "./support/figures.ts";
import { measuredTest, numbersIn } from "./support/measured-test.ts";

const { passed, line, output } = await measuredTest(
  "lib/oversight/policy-matrix.db.test.ts",
  "policy matrix:",
);
const [operations = 0, roles = 0, cells = 0, equal = -1, outOfReach = 0, same = -1] = numbersIn(line);
conclude(
  `F11 ${operations} operations × ${roles} roles`,
  [
    {
      what: "cells equal to the policy",
      seen: `${equal} of ${cells}`,
      target: "100 %",
      ok: passed && equal === cells,
    },
    {
      what: "out of reach told as missing",
      seen: `${same} of ${outOfReach}`,
      target: "100 %",
      ok: outOfReach > 0 && same === outOfReach,
    },
  ],
  passed ? [] : output.split("\n").filter((one) => one.includes("FAIL")),
);
