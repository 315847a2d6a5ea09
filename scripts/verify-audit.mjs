#!/usr/bin/env node
// node verify-audit.mjs journal.ndjson --key key.txt [--checkpoint old.txt …] [--lang fr|en]
// Checks an export of the log ("preuve", NDJSON) without the product, the database or any package: canonical text, links,
// tree, signatures, older checkpoints. Ends with 0: intact, 1: altered, 2: could not check.
// The format: docs/security/log.md. Node 20 or newer.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createInterface } from "node:readline";

/** One sentence a line; {0}, {1}… are filled in. */
const sentences = {
  en: `
use: Use: node verify-audit.mjs EXPORT.ndjson --key KEY.txt [--checkpoint OLD.txt]… [--lang fr|en]
unreadable: {0} cannot be read.
badKey: This is no public key of a log: it looks like dihya.audit/…+xxxxxxxx+….
notExport: This file is no export of the log (kind dihya-audit, version 1).
ownKey: No --key was given: the key in the file itself was taken. Compare it with one that you got another way:
otherKey: The file names another key than the one you gave.
badLine: Line {0} is not what an export holds.
rank: Entry {0} stands where entry {1} should: something is missing or out of order.
canonical: Entry {0}: the text is not in its canonical form.
link: Entry {0} ({1}, number {2}): the link to the entry before is broken.
sequence: Entry {0} ({1}): number {2} is not the next one.
signature: The checkpoint over {0} entries is not signed by this log.
root: The checkpoint over {0} entries does not fit: something before it was changed.
place: A checkpoint over {0} entries stands after {1}.
missing: Entry {0} ({1}) is missing, and no signed record says that it was pruned.
prune: A record of pruning is not signed by this log.
uncovered: The last {0} entries are under no checkpoint.
truncated: The end of the file is missing.
size: The file announces {0} entries and holds {1}.
shorter: You kept a checkpoint over {0} entries; the log holds {1} now: its end was cut off.
rewritten: The log no longer fits the checkpoint over {0} entries that you kept: it was rewritten.
keptSignature: {0} is no checkpoint signed by this log.
keptHolds: The checkpoint over {0} entries that you kept still holds.
more: … and {0} more.
intact: Nothing was altered: {0} entries, {1} of them pruned under a signed record, {2} checkpoints.
altered: ALTERED: {0} faults.`,
  fr: `
use: Usage : node verify-audit.mjs EXPORT.ndjson --key CLE.txt [--checkpoint ANCIEN.txt]… [--lang fr|en]
unreadable: {0} ne se lit pas.
badKey: Ce n’est pas la clé publique d’un journal : elle ressemble à dihya.audit/…+xxxxxxxx+….
notExport: Ce fichier n’est pas un export du journal (dihya-audit, version 1).
ownKey: Sans --key, la clé du fichier lui-même est prise. Comparez-la à celle que vous avez reçue autrement :
otherKey: Le fichier nomme une autre clé que celle que vous donnez.
badLine: La ligne {0} n’est pas d’un export.
rank: L’entrée {0} est à la place de l’entrée {1} : il manque quelque chose, ou l’ordre a changé.
canonical: Entrée {0} : le texte n’est pas sous sa forme canonique.
link: Entrée {0} ({1}, numéro {2}) : le lien avec l’entrée précédente est rompu.
sequence: Entrée {0} ({1}) : le numéro {2} n’est pas le suivant.
signature: Le point de contrôle sur {0} entrées n’est pas signé par ce journal.
root: Le point de contrôle sur {0} entrées ne tient pas : ce qui le précède a été changé.
place: Un point de contrôle sur {0} entrées suit l’entrée {1}.
missing: L’entrée {0} ({1}) manque, et aucun acte signé ne dit qu’elle fut élaguée.
prune: Un acte d’élagage n’est pas signé par ce journal.
uncovered: Les {0} dernières entrées ne sont sous aucun point de contrôle.
truncated: La fin du fichier manque.
size: Le fichier annonce {0} entrées et en contient {1}.
shorter: Vous gardez un point de contrôle sur {0} entrées ; le journal n’en a plus que {1} : sa fin fut coupée.
rewritten: Le journal ne va plus avec le point de contrôle sur {0} entrées que vous gardez : il fut réécrit.
keptSignature: {0} n’est pas un point de contrôle signé par ce journal.
keptHolds: Le point de contrôle sur {0} entrées que vous gardez tient toujours.
more: … et {0} autres.
intact: Rien n’a été altéré : {0} entrées, dont {1} élaguées sous un acte signé, {2} points de contrôle.
altered: ALTÉRÉ : {0} anomalies.`,
};
const MOST_NAMED = 20;
const ZERO = "0".repeat(64);
const sha = (...parts) => parts.reduce((all, part) => all.update(part), createHash("sha256")).digest();

const wordsIn = (lang) =>
  new Map(
    sentences[lang]
      .trim()
      .split("\n")
      .map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 2)]),
  );

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

function options(args) {
  const read = {
    file: "",
    key: "",
    checkpoints: [],
    lang: /^fr/i.test(process.env.LANG ?? "") ? "fr" : "en",
  };
  for (let at = 0; at < args.length; at += 1) {
    const value = () => args[++at] ?? stop(wordsIn(read.lang).get("use"));
    if (args[at] === "--key") read.key = value();
    else if (args[at] === "--checkpoint") read.checkpoints.push(value());
    else if (args[at] === "--lang") read.lang = value() === "fr" ? "fr" : "en";
    else if (args[at].startsWith("--") || read.file) stop(wordsIn(read.lang).get("use"));
    else read.file = args[at];
  }
  if (!read.file) stop(wordsIn(read.lang).get("use"));
  return read;
}

const asked = options(process.argv.slice(2));
const words = wordsIn(asked.lang);
const say = (key, ...values) => words.get(key).replace(/\{(\d)\}/g, (_, at) => values[at]);

function textOf(name) {
  try {
    return readFileSync(name, "utf8");
  } catch {
    return stop(say("unreadable", name));
  }
}

/** RFC 8785 for what an entry may hold: sorted keys, no spaces, whole numbers. */
function canonical(value) {
  if (value === null || typeof value !== "object") {
    if (typeof value === "number" && !Number.isSafeInteger(value)) return undefined;
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** A signed-note verifier key: `name+hash+base64(1 ‖ 32 bytes)`. */
function readKey(text) {
  const [, origin = "", id = "", coded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const keyed = Buffer.from(coded, "base64");
  const keyId = sha(`${origin}\n`, keyed).subarray(0, 4);
  if (keyed.length !== 33 || keyed[0] !== 1 || keyId.toString("hex") !== id) stop(say("badKey"));
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), keyed.subarray(1)]);
  return {
    text: text.trim(),
    origin,
    keyId,
    publicKey: createPublicKey({ key: der, format: "der", type: "spki" }),
  };
}

/** The body of a note that the key signed, or null. */
function openNote(key, note) {
  const end = note.lastIndexOf("\n\n");
  if (end < 0) return null;
  const body = note.slice(0, end + 1);
  const start = `— ${key.origin} `;
  const signed = note
    .slice(end + 2)
    .split("\n")
    .filter((line) => line.startsWith(start))
    .map((line) => Buffer.from(line.slice(start.length), "base64"))
    .some(
      (bytes) =>
        bytes.subarray(0, 4).equals(key.keyId) &&
        verify(null, Buffer.from(body), key.publicKey, bytes.subarray(4)),
    );
  return signed ? body : null;
}

function openCheckpoint(key, note) {
  const [origin, size, root] = openNote(key, note)?.split("\n") ?? [];
  if (origin !== key.origin || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  const bytes = Buffer.from(root, "base64");
  return bytes.length === 32 ? { size: Number(size), root: bytes } : null;
}

/** Ranks that a signed record says were pruned: `3-9` or `12`, a line each, below "elagage" and the date. */
function openPrune(key, note) {
  const [origin, kind, , ...ranges] = openNote(key, note)?.trimEnd().split("\n") ?? [];
  if (origin !== `${key.origin}/elagage` || kind === undefined) return null;
  return ranges.map((line) => line.split("-").map(Number)).map(([from, to = from]) => ({ from, to }));
}

const faults = [];
const notes = [];
let named = 0;
function fault(sentence) {
  faults.push(1);
  if (named++ < MOST_NAMED) console.log(`✗ ${sentence}`);
}

const tree = { size: 0, tops: [] };
function addLeaf(leaf) {
  let node = leaf;
  for (let count = tree.size; count % 2 === 1; count = (count - 1) / 2)
    node = sha("\x01", tree.tops.pop(), node);
  tree.tops.push(node);
  tree.size += 1;
}
const rootOf = () =>
  tree.tops.length === 0
    ? sha("")
    : tree.tops.slice(0, -1).reduceRight((right, left) => sha("\x01", left, right), tree.tops.at(-1));

let key;
let header;
let ended;
let covered = 0;
let points = 0;
let pruned = 0;
let rootWrong = false;
const ranges = [];
const streams = new Map();
/** Checkpoints that the reader kept: size → roots. */
const kept = new Map();

function begin(line) {
  if (line?.kind !== "dihya-audit" || line.v !== 1 || typeof line.key !== "string") stop(say("notExport"));
  header = line;
  if (asked.key) key = readKey(textOf(asked.key));
  else {
    key = readKey(line.key);
    console.log(`${say("ownKey")}\n  ${key.text}`);
  }
  if (key.text !== line.key) fault(say("otherKey"));
  for (const name of asked.checkpoints) {
    const text = textOf(name)
      .replaceAll("\r", "")
      .replace(/^[\s>]+(?=\S)/, "");
    const point = openCheckpoint(key, text);
    if (point) kept.set(point.size, [...(kept.get(point.size) ?? []), point.root]);
    else fault(say("keptSignature", name));
  }
}

function place(rank) {
  if (rank !== tree.size) fault(say("rank", rank, tree.size));
}

function chained(rank, stream, seq, leaf, prev) {
  const before = streams.get(stream) ?? { seq: 0, leaf: ZERO };
  if (seq !== before.seq + 1) fault(say("sequence", rank, stream, seq));
  else if (prev !== undefined && prev !== before.leaf) fault(say("link", rank, stream, seq));
  streams.set(stream, { seq, leaf: leaf.toString("hex") });
  addLeaf(leaf);
  for (const root of kept.get(tree.size) ?? [])
    if (rootOf().equals(root)) notes.push(say("keptHolds", tree.size));
    else fault(say("rewritten", tree.size));
  kept.delete(tree.size);
}

function entry({ rank, canon }, number) {
  let said;
  try {
    said = JSON.parse(canon);
  } catch {
    return fault(say("badLine", number));
  }
  place(rank);
  if (canonical(said) !== canon || canon.normalize("NFC") !== canon || said.v !== 1)
    fault(say("canonical", rank));
  chained(rank, said.stream, said.seq, sha("\x00", canon), said.prev);
}

function gone({ rank, stream, seq, leaf }) {
  place(rank);
  pruned += 1;
  if (!ranges.some(({ from, to }) => from <= rank && rank <= to)) fault(say("missing", rank, stream));
  chained(rank, stream, seq, Buffer.from(leaf, "hex"), undefined);
}

function checkpoint(note) {
  const point = openCheckpoint(key, note);
  points += 1;
  if (!point) return fault(say("signature", tree.size));
  if (point.size !== tree.size) return fault(say("place", point.size, tree.size));
  covered = tree.size;
  // What is behind the first wrong root is wrong too: one line says where it begins.
  if (rootWrong || rootOf().equals(point.root)) return;
  rootWrong = true;
  fault(say("root", tree.size));
}

function read(line, number) {
  if (line.checkpoint !== undefined) checkpoint(line.checkpoint);
  else if (line.prune !== undefined) {
    const found = openPrune(key, line.prune);
    if (found) ranges.push(...found);
    else fault(say("prune"));
  } else if (typeof line.canon === "string" && Number.isInteger(line.rank)) entry(line, number);
  else if (line.pruned === true && /^[0-9a-f]{64}$/.test(line.leaf)) gone(line);
  else if (line.end === true) ended = line;
  else fault(say("badLine", number));
}

function finish() {
  if (!header) stop(say("notExport"));
  if (!ended) fault(say("truncated"));
  for (const wanted of [header.size, ended?.entries])
    if (wanted !== undefined && wanted !== tree.size) fault(say("size", wanted, tree.size));
  if (covered !== tree.size) fault(say("uncovered", tree.size - covered));
  for (const size of kept.keys()) if (size > 0) fault(say("shorter", size, tree.size));
  if (named > MOST_NAMED) console.log(say("more", named - MOST_NAMED));
  for (const note of notes) console.log(`✓ ${note}`);
  console.log(
    faults.length === 0 ? `✓ ${say("intact", tree.size, pruned, points)}` : say("altered", faults.length),
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

const total = (() => {
  try {
    return statSync(asked.file).size;
  } catch {
    return stop(say("unreadable", asked.file));
  }
})();
let bytes = 0;
let shown = -1;
function progress(line) {
  bytes += Buffer.byteLength(line) + 1;
  const percent = Math.floor((100 * bytes) / total);
  if (percent === shown || !process.stderr.isTTY) return;
  shown = percent;
  process.stderr.write(`\r${percent} %${percent >= 100 ? "\r     \r" : ""}`);
}

let number = 0;
for await (const line of createInterface({
  input: createReadStream(asked.file),
  crlfDelay: Number.POSITIVE_INFINITY,
})) {
  number += 1;
  progress(line);
  if (line === "") continue;
  let parsed;
  try {
    parsed = JSON.parse(line);
  } catch {
    if (!header) stop(say("notExport"));
    fault(say("badLine", number));
    continue;
  }
  if (header) read(parsed, number);
  else begin(parsed);
}
finish();
