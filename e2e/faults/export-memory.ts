// The log exported whole, 500,000 entries of it: memory must stay flat. EXPORT_EVENTS makes it shorter.
import { conclude } from "./support/figures.ts";
import { measuredTest, numbersIn } from "./support/measured-test.ts";

process.env.EXPORT_EVENTS ??= "500000";
const { passed, line, output } = await measuredTest("lib/oversight/export-audit.db.test.ts", "export:");
const [entries = 0, sent = 0, grown = -1] = numbersIn(line);
conclude(
  `log export of ${entries} entries (${sent} MB)`,
  [
    {
      what: "memory grew by",
      seen: `${grown} MB`,
      target: "< 200 MB",
      ok: passed && entries > 0 && grown < 200,
    },
  ],
  passed ? [] : output.split("\n").filter((one) => one.includes("FAIL") || one.includes("Error")),
);
