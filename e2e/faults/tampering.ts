// F12: somebody with the owner's rights tampers with the log in ten ways, a hundred times each, and a log of a million
// events that nobody touched. TAMPER_ROUNDS and TAMPER_EVENTS make it shorter.
import { conclude } from "./support/figures.ts";
import { measuredTest, numbersIn } from "./support/measured-test.ts";

process.env.TAMPER_ROUNDS ??= "100";
process.env.TAMPER_EVENTS ??= "1000000";
const { passed, output } = await measuredTest("lib/oversight/tampering.db.test.ts", "tampering:");
const lineOf = (mark: string) => output.split("\n").find((one) => one.startsWith(mark)) ?? "";
const [classes = 0, found = -1, tried = 0] = numbersIn(lineOf("tampering:"));
const [alarms = -1, events = 0, , whole = 0, tenth = 0] = numbersIn(lineOf("false alarms:"));
const seconds = whole + tenth / 10;
const most = events > 200_000 ? 60 : 10;
conclude(
  `F12 ${classes} classes`,
  [
    {
      what: "detected",
      seen: `${found} of ${tried}`,
      target: "100 %",
      ok: passed && tried > 0 && found === tried,
    },
    { what: `false alarms in ${events} events`, seen: alarms, target: "0", ok: alarms === 0 },
    { what: "verified in", seen: `${seconds} s`, target: `< ${most} s`, ok: events > 0 && seconds < most },
  ],
  passed ? [] : output.split("\n").filter((one) => one.includes("FAIL") || one.includes("Error")),
);
