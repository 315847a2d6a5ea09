import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";

/** What a forger may know or have: the public key, a token that was once good; here also the private key, to go further. */
export type Loot = {
  good: string;
  privateKey: KeyObject;
  kid: string;
  /** The account of `good`. */
  sub: string;
  tv: number;
};

type Part = Record<string, unknown>;
type Hostile = [what: string, token: string];

const encode = (part: Part | string) =>
  Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");

/** Signs with Ed25519 unless another signer is given. */
function made(
  header: Part | string,
  payload: Part | string,
  key: KeyObject | ((input: string) => Buffer),
): string {
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = typeof key === "function" ? key(input) : sign(null, Buffer.from(input), key);
  return `${input}.${signature.toString("base64url")}`;
}

const without = (part: Part, name: string) =>
  Object.fromEntries(Object.entries(part).filter(([key]) => key !== name));

/** The header and claims of a token that would be taken. */
function rightParts({ kid, sub, tv }: Loot): { header: Part; claims: Part } {
  const iat = Math.floor(Date.now() / 1000);
  return {
    header: { alg: "EdDSA", kid, typ: "at+jwt" },
    claims: { iss: "dihya", aud: "dihya-api", sub, tv, iat, exp: iat + 900 },
  };
}

/** A token as the product makes it, by the same means as the hostile ones: it must be taken, or they prove nothing. */
export const honest = (loot: Loot) => made(rightParts(loot).header, rightParts(loot).claims, loot.privateKey);

export function hostileTokens(loot: Loot): Hostile[] {
  return [...algorithms(loot), ...foreignKeys(loot), ...headers(loot), ...claims(loot), ...damaged(loot)];
}

function algorithms(loot: Loot): Hostile[] {
  const { header, claims } = rightParts(loot);
  const open = createPublicKey(loot.privateKey);
  const jwk = open.export({ format: "jwk" });
  const secrets: [string, Buffer][] = [
    ["x", Buffer.from(String(jwk.x), "base64url")],
    ["the JWK", Buffer.from(JSON.stringify(jwk))],
    ["the PEM", Buffer.from(open.export({ type: "spki", format: "pem" }))],
    ["the DER", open.export({ type: "spki", format: "der" })],
    ["nothing", Buffer.alloc(0)],
  ];
  const hashes = [
    ["HS256", "sha256"],
    ["HS384", "sha384"],
    ["HS512", "sha512"],
  ] as const;
  return [
    ...["none", "None", "NONE", "nOnE", "", null].flatMap((alg): Hostile[] => [
      [`alg ${alg}`, made({ ...header, alg }, claims, () => Buffer.alloc(0))],
      [`alg ${alg} with a signature`, made({ ...header, alg }, claims, loot.privateKey)],
    ]),
    ...hashes.flatMap(([alg, hash]) =>
      secrets.map(
        ([by, secret]): Hostile => [
          `${alg} by ${by} of the public key`,
          made({ ...header, alg }, claims, (input) => createHmac(hash, secret).update(input).digest()),
        ],
      ),
    ),
    ...["ES256", "RS256", "PS256", "ES512", "Ed448", "EdDSA ", "eddsa"].map(
      (alg): Hostile => [
        `alg ${alg} over our own signature`,
        made({ ...header, alg }, claims, loot.privateKey),
      ],
    ),
  ];
}

function foreignKeys(loot: Loot): Hostile[] {
  const { header, claims } = rightParts(loot);
  const own = generateKeyPairSync("ed25519");
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = own.publicKey.export({ format: "jwk" });
  const byRsa = (input: string) => sign("sha256", Buffer.from(input), rsa.privateKey);
  return [
    ["another key under our name", made(header, claims, own.privateKey)],
    ["another key under its own name", made({ ...header, kid: "attacker" }, claims, own.privateKey)],
    ["another key without a name", made(without(header, "kid"), claims, own.privateKey)],
    ["a key in the header", made({ ...header, jwk }, claims, own.privateKey)],
    ["a key at an address", made({ ...header, jku: "https://evil.example/jwks" }, claims, own.privateKey)],
    [
      "a certificate at an address",
      made({ ...header, x5u: "https://evil.example/c" }, claims, own.privateKey),
    ],
    [
      "a certificate in the header",
      made({ ...header, x5c: [randomBytes(200).toString("base64")] }, claims, own.privateKey),
    ],
    ["RS256 by another key", made({ ...header, alg: "RS256" }, claims, byRsa)],
  ];
}

/** Signed by our own key: what is refused here is refused for itself. */
function headers(loot: Loot): Hostile[] {
  const { header, claims } = rightParts(loot);
  const kids = ["attacker", "../../../../dev/null", "' or 1=1 --", "", 7, null, [loot.kid]];
  const types = ["JWT", "at", "application/json", "", null, 1];
  return [
    ...kids.map((kid): Hostile => [`kid ${kid}`, made({ ...header, kid }, claims, loot.privateKey)]),
    ["no kid", made(without(header, "kid"), claims, loot.privateKey)],
    ...types.map((typ): Hostile => [`typ ${typ}`, made({ ...header, typ }, claims, loot.privateKey)]),
    ["no typ", made(without(header, "typ"), claims, loot.privateKey)],
    ["no alg", made(without(header, "alg"), claims, loot.privateKey)],
    ["an unknown crit", made({ ...header, crit: ["x"], x: 1 }, claims, loot.privateKey)],
    ["an unencoded payload", made({ ...header, b64: false, crit: ["b64"] }, claims, loot.privateKey)],
    ["a header that is a list", made("[]", claims, loot.privateKey)],
    ["a header that is no JSON", made("{", claims, loot.privateKey)],
  ];
}

function claims(loot: Loot): Hostile[] {
  const { header, claims: right } = rightParts(loot);
  const now = Number(right.iat);
  const changes: [string, Part][] = [
    ["expired", { iat: now - 1000, exp: now - 100 }],
    ["expired just now", { iat: now - 900, exp: now - 1 }],
    ["expired in 1970", { exp: 0 }],
    ["an end in words", { exp: "tomorrow" }],
    ["an end beyond numbers", { exp: null }],
    ["issued tomorrow", { iat: now + 86_400, exp: now + 87_000 }],
    ["issued in an hour", { iat: now + 3600, exp: now + 4000 }],
    ["not yet valid", { nbf: now + 600 }],
    ["issued a year ago for ever", { iat: now - 31_536_000, exp: now + 31_536_000 }],
    ...["evil", "Dihya", "dihya ", "", ["dihya"], 1].map((iss): [string, Part] => [`iss ${iss}`, { iss }]),
    ...["dihya", "dihya-api2", "", ["x"], {}].map((aud): [string, Part] => [
      `aud ${JSON.stringify(aud)}`,
      { aud },
    ]),
    ...[
      "0",
      "-1",
      "999999999",
      "1e9",
      `0${loot.sub}`,
      `${loot.sub}.0`,
      ` ${loot.sub}`,
      "0x1",
      "NaN",
      "",
      "admin",
      ["1"],
      Number(loot.sub),
    ].map((sub): [string, Part] => [`sub ${JSON.stringify(sub)}`, { sub }]),
    ...[0, loot.tv - 1, loot.tv + 1, 1e9, "1", null, -1, 1.5].map((tv): [string, Part] => [
      `tv ${JSON.stringify(tv)}`,
      { tv },
    ]),
  ];
  return [
    ...changes.map(
      ([what, change]): Hostile => [what, made(header, { ...right, ...change }, loot.privateKey)],
    ),
    ...["iss", "aud", "sub", "exp", "iat", "tv"].map(
      (name): Hostile => [`no ${name}`, made(header, without(right, name), loot.privateKey)],
    ),
    ["claims that are a list", made(header, "[]", loot.privateKey)],
    ["claims that are no JSON", made(header, "{", loot.privateKey)],
    ["no claims", made(header, "", loot.privateKey)],
  ];
}

/** A good token, cut, bent and stuffed. */
function damaged({ good, sub }: Loot): Hostile[] {
  const [head = "", body = "", signature = ""] = good.split(".");
  const other = encode({
    ...JSON.parse(Buffer.from(body, "base64url").toString()),
    sub: String(Number(sub) + 1),
  });
  const bits = Array.from({ length: 64 }, (_, at): Hostile => {
    const bytes = Buffer.from(signature, "base64url");
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    return [`bit ${at} of the signature`, `${head}.${body}.${bytes.toString("base64url")}`];
  });
  const cuts = Array.from(
    { length: 20 },
    (_, n): Hostile => [`cut at ${n}/20`, good.slice(0, Math.floor((good.length * n) / 20))],
  );
  return [
    ["another person's claims under the signature", `${head}.${other}.${signature}`],
    ["no signature", `${head}.${body}.`],
    ["two parts", `${head}.${body}`],
    ["four parts", `${good}.${signature}`],
    ["five parts", `${head}..${randomBytes(12).toString("base64url")}.${body}.${signature}`],
    ["the signature twice", `${head}.${body}.${signature}${signature}`],
    ["a larger S", `${head}.${body}.${malleable(signature)}`],
    ["padded", `${good}==`],
    ["plain base64", `${head}.${body}.${Buffer.from(signature, "base64url").toString("base64")}!`],
    ["a token of 12 kB", `${head}.${encode("x".repeat(9000))}.${signature}`],
    ["a token of 100 kB", `${head}.${"A".repeat(100_000)}.${signature}`],
    ["dots", "..".repeat(50)],
    ...bits,
    ...cuts,
  ];
}

/** S plus the group's order: an equation that holds, of a signature that RFC 8032 refuses. */
function malleable(signature: string): string {
  const bytes = Buffer.from(signature, "base64url");
  const order = (1n << 252n) + 27_742_317_777_372_353_535_851_937_790_883_648_493n;
  let s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString("hex")}`) + order;
  for (let at = 32; at < 64; at += 1, s >>= 8n) bytes[at] = Number(s & 255n);
  return bytes.toString("base64url");
}
