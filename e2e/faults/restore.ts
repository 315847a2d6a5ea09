// F13: a database is backed up, dropped and restored, then compared with what it was; changed bytes are refused.
// RESTORE_PRESTATIONS: visits beside those of the demonstration.
import { conclude } from "./support/figures.ts";
import { measuredTest, numbersIn } from "./support/measured-test.ts";

process.env.RESTORE_PRESTATIONS ??= "93000";
const { passed, line, output } = await measuredTest("lib/integrite/restore.db.test.ts", "restore:");
/** The numbers of one part of the line. */
const of = (part: RegExp) => numbersIn(part.exec(line)?.[0] ?? "");
const [visits = 0] = of(/\d+ visits/);
const backedUp = /backed up in ([\d.]+) s/.exec(line)?.[1] ?? "?";
const [size = 0] = of(/\d+ kB/);
const [refused = -1, flips = 0] = of(/\d+ of \d+ changed bytes/);
const [restored = 0] = of(/verified in \d+/);
const [same = 0] = of(/\d+ tables as/);
const [other = -1] = of(/\d+ not/);
const [series = -1, allSeries = 0] = of(/series \d+ of \d+/);
const [erased = -1] = of(/\d+ erased anew/);
const [faults = -1] = of(/\d+ faults/);
conclude(
  `F13 ${visits} visits backed up in ${backedUp} s (${size} kB), dropped`,
  [
    {
      what: "restored and verified in",
      seen: `${restored} s`,
      target: "< 600 s",
      ok: passed && restored < 600,
    },
    { what: "tables that differ", seen: `${other} of ${same + other}`, target: "0", ok: other === 0 },
    {
      what: "root of the log",
      seen: line.includes("root same") ? "same" : "other",
      target: "same",
      ok: /root same/.test(line),
    },
    {
      what: "series of numbers",
      seen: `${series} of ${allSeries}`,
      target: "all",
      ok: series > 0 && series === allSeries,
    },
    { what: "people erased since, brought back", seen: 1 - erased, target: "0", ok: erased === 1 },
    { what: "faults in the log", seen: faults, target: "0", ok: faults === 0 },
    {
      what: "changed bytes refused",
      seen: `${refused} of ${flips}`,
      target: "100 %",
      ok: flips > 0 && refused === flips,
    },
  ],
  passed ? [] : output.split("\n").filter((one) => one.includes("FAIL") || one.includes("Error")),
);
