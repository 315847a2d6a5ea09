/** A text that looks like a secret, where it stands, and by what it was taken for one. */
export type Leak = { path: string; line: number; what: string };

/** Shapes that issuers of secrets give them. */
const shapes: [what: string, shape: RegExp][] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["a private JWK", /"d"\s*:\s*"[\w-]{40,}"/],
  ["a key of AWS", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["a token of GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})\b/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a token of Slack", /\bxox[abprs]-[\w-]{20,}/],
  ["a key of Google", /\bAIza[\w-]{35}\b/],
  ["a key of Stripe", /\b[rs]k_live_\w{20,}/],
  ["a key of Resend", /\bre_[A-Za-z0-9]{8,}_[A-Za-z0-9]{16,}\b/],
  ["a secret of a webhook", /\bwhsec_[A-Za-z0-9+/=]{24,}/],
  ["a signed token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  ["a sealed token", /\beyJ[\w-]{20,}\.[\w-]*\.[\w-]{16,}\.[\w-]{20,}\.[\w-]{20,}/],
  ["a password in an address", /\b[a-z][a-z0-9+]{1,15}:\/\/[^\s:/@"'`<>$]+:[^\s@/"'`<>$…]{3,}@[\w.]+/],
];

/** A value given to something that is named like a secret. */
const assigned =
  /[\w-]*(?:secret|passwo?r?d|token|api_?key|private_?key|credential)[\w-]*["']?\s*[:=]\s*["'`]([\w+/=.-]{20,})["'`]/gi;

/** Bits a character of a value carries; a random one has above 4, a name or a sentence below. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}

const RANDOM = 4;

/** Values that look like secrets and open nothing: where, which, and why they may stand. */
const harmless: { path: RegExp; text: RegExp; why: string }[] = [
  {
    path: /^docs\/courriels\.md$/,
    text: /:\/\/(nom:motdepasse|name:password)@/,
    why: "shows how to write one",
  },
  {
    path: /^scripts\/external-database(\.test)?\.ts$/,
    text: /:\/\/user:password@host/,
    why: "shows how to write one",
  },
  {
    path: /^scripts\/external-database\.test\.ts$/,
    text: /:\/\/u:hunter2@/,
    why: "must not be repeated by an error",
  },
  { path: /outbound\/address\.test\.ts$/, text: /:\/\/user:secret@/, why: "an address that is refused" },
];

/** What in a file looks like a secret, except what is known to open nothing. */
export function leaksIn(path: string, text: string): Leak[] {
  return text.split("\n").flatMap((line, index) => {
    const found = shapes.flatMap(([what, shape]) => {
      const match = shape.exec(line)?.[0];
      return match ? [{ what, match }] : [];
    });
    for (const [, value = ""] of line.matchAll(assigned))
      if (entropyOf(value) > RANDOM)
        found.push({ what: "a random value with a secret's name", match: value });
    return found
      .filter(({ match }) => !harmless.some((one) => one.path.test(path) && one.text.test(match)))
      .map(({ what }) => ({ path, line: index + 1, what }));
  });
}
