// F9, first half: requests made from the API's own document, right and wrong, to every endpoint as every role.
import { conclude } from "./support/figures.ts";
import { measuredTest, numbersIn } from "./support/measured-test.ts";

const { passed, line, output } = await measuredTest("app/api/services_personne/fuzz", "contract:");
const [sent = 0, endpoints = 0] = numbersIn(line);
const [failures = -1] = numbersIn(/(\d+) × 5xx of ours/.exec(line)?.[0] ?? "");
const [outside = -1] = numbersIn(/(\d+) answers outside/.exec(line)?.[0] ?? "");
conclude(
  `F9 requests made from the document to ${endpoints} endpoints`,
  [
    {
      what: "sent",
      seen: sent,
      target: "≥ 20,000",
      ok: passed && sent >= Number(process.env.FUZZ_REQUESTS ?? 20_000),
    },
    { what: "5xx of ours", seen: failures, target: "0", ok: failures === 0 },
    { what: "answers outside the document", seen: outside, target: "0", ok: outside === 0 },
  ],
  passed ? [] : output.split("\n").slice(-20),
);
