// An example plugin in Node: one request a line on stdin, one answer a line on stdout (JSON-RPC 2.0).
import { createInterface } from "node:readline";

const methods = {
  initialize: () => ({ api: 1 }),
  call: ({ method, params }) => {
    if (method !== "calculer") throw new Error(`no method ${method}`);
    return calculate(params);
  },
  // What goes to stderr is kept, shortened, as the plugin's last words.
  event: ({ type, subject }) => {
    console.error(`${type} ${subject}`);
    return {};
  },
};

/** Cents for the kilometres between the visits of one round, at so many cents a kilometre. */
function calculate({ etapes_km: legs, centimes_par_km: rate }) {
  const isNumber = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;
  if (!Array.isArray(legs) || !legs.every(isNumber) || !isNumber(rate))
    throw new Error("etapes_km: a list of numbers; centimes_par_km: a number");
  const km = legs.reduce((sum, leg) => sum + leg, 0);
  return { kilometres: Math.round(km * 10) / 10, montant_centimes: Math.round(km * rate) };
}

// The end of stdin is the product's end: the loop ends, and the process with it.
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  const answer = { jsonrpc: "2.0", id };
  try {
    const act = methods[method];
    if (!act) throw Object.assign(new Error("method not found"), { code: -32601 });
    answer.result = act(params);
  } catch (error) {
    answer.error = { code: error.code ?? -32000, message: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
