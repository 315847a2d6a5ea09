// F9: 2,000 requests that are wrong on purpose, written byte by byte to a running product. None may be a failure of ours,
// every refusal of the API is a problem document, nothing tells of our code, and the process stays what it was.
import { startProduct } from "../../bench/product.ts";
import { type Answer, exchange } from "./support/exchange.ts";
import { conclude, tracePattern } from "./support/figures.ts";
import { kinds, type Malformed, malformedRequests } from "./support/malformed.ts";
import { Random } from "./support/random.ts";

const COUNT = Number(process.env.FAULT_REQUESTS ?? 2000);
const SEED = Number(process.env.FAULT_SEED ?? 20_261_124);
const AT_ONCE = 24;

const product = await startProduct({ processes: 1, name: "f9" });
const port = Number(new URL(product.url).port);
const before = product.webPids().join();
const requests = malformedRequests(COUNT, product.token, new Random(SEED));
const faults = {
  failures: [] as string[],
  unlike: [] as string[],
  traces: [] as string[],
  silent: [] as string[],
};
const statuses = new Map<number, number>();
let refused = 0;

const queue = requests.values();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const one of queue) judge(one, await exchange(port, one.bytes, one.unfinished).catch(String));
  }),
);
const alive = await fetch(`${product.url}/api/services_personne/sante/`).then(({ ok }) => ok);
const after = product.webPids().join();
await product.stop();

conclude(
  `F9 ${COUNT.toLocaleString("en")} malformed requests of ${kinds} kinds`,
  [
    none("5xx", faults.failures),
    none("refusals that are no problem document", faults.unlike, `of ${refused}`),
    none("stack traces", faults.traces),
    none("left without an answer that was due", faults.silent),
    {
      what: "process",
      seen: before === after && alive ? "alive" : "gone",
      target: "alive",
      ok: before === after && alive,
    },
  ],
  [
    ...Object.entries(faults).flatMap(([kind, list]) => list.slice(0, 25).map((one) => `${kind}: ${one}`)),
    `statuses ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`,
  ],
);

function none(what: string, list: readonly string[], of = "") {
  return { what, seen: `${list.length} ${of}`.trim(), target: "0", ok: list.length === 0 };
}

function judge(sent: Malformed, answer: Answer | undefined | string): void {
  if (answer === undefined || typeof answer === "string") {
    if (!sent.unfinished) faults.silent.push(`${sent.what}: ${answer ?? "closed"}`);
    return;
  }
  const { status, type, head, body } = answer;
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const told = `${sent.what} → ${status} ${type} ${body.slice(0, 120).replaceAll("\n", " ")}`;
  if (status >= 500) faults.failures.push(told);
  if (tracePattern.test(head) || (!type.includes("html") && tracePattern.test(body)))
    faults.traces.push(told);
  if (status < 400) return;
  refused += 1;
  if (!sent.page && type !== "application/problem+json") faults.unlike.push(told);
}
