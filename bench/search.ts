// npm run bench:search — finding people by name, e-mail and phone among 10,000 whose names stand sealed, over HTTP.
import { startProduct } from "./product.ts";

const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 10_000);
const TIMES = 200;
const GOAL_MS = 100;
const PATH = "/api/services_personne/clients/";
const product = await startProduct({ processes: 1 });
const authorization = { authorization: `Bearer ${product.token}` };
try {
  await fill();
  const some = Array.from({ length: TIMES }, (_, index) => person((index * 7919) % PEOPLE));
  await report("first list by name", ["?limit=50"]);
  await report("list by name", Array(TIMES).fill("?limit=50"));
  await report(
    "by name",
    some.map(({ prenom, nom }) => `?q=${encodeURIComponent(`${prenom} ${nom}`)}`),
  );
  await report(
    "by the first three letters",
    some.map(({ nom }) => `?q=${encodeURIComponent(nom.slice(0, 3))}`),
  );
  await report(
    "by e-mail",
    some.map(({ email }) => `?q=${encodeURIComponent(email)}`),
  );
  await report(
    "by phone",
    some.map(({ telephone }) => `?q=${encodeURIComponent(telephone)}`),
  );
} finally {
  await product.stop();
}

function person(n: number) {
  const letters = [...(n * 104_729).toString(20)].map(
    (digit) => "bcdfghjklmnpqrstvwxz"[Number.parseInt(digit, 20)],
  );
  const nom = letters.join("a").replace(/^./, (first) => first.toUpperCase());
  const telephone = `+336${String(10_000_000 + n).padStart(8, "0")}`;
  return {
    nom,
    prenom: ["Amel", "Yanis", "Odile", "Marc"][n % 4] as string,
    email: `p${n}@exemple.test`,
    telephone,
  };
}

/** As many clients, made through the API as anybody makes them. */
async function fill(): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < PEOPLE) {
      const body = JSON.stringify(person(next++));
      const headers = { ...authorization, "content-type": "application/json" };
      const answer = await fetch(`${product.url}${PATH}`, { method: "POST", headers, body });
      if (answer.status !== 201)
        throw new Error(`a client was answered ${answer.status}: ${await answer.text()}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: 16 }, lane));
  console.log(`${PEOPLE} clients made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function report(what: string, questions: readonly string[]): Promise<void> {
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    const answer = await fetch(`${product.url}${PATH}${question}`, { headers: authorization });
    const { results } = (await answer.json()) as { results: unknown[] };
    times.push(performance.now() - start);
    if (!answer.ok || results.length === 0)
      throw new Error(`${question} answered ${answer.status}, nobody found`);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] as number;
  const word = at(0.99) < GOAL_MS ? "within" : "beyond";
  console.log(
    `${what}: p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms of ${times.length}, ${word} ${GOAL_MS} ms`,
  );
}
