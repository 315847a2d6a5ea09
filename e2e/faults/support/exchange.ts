import { connect } from "node:net";

/** What came back on a socket: the first answer, or none. */
export type Answer = { status: number; type: string; head: string; body: string };

const headEnd = "\r\n\r\n";
/** How long an unfinished request is left hanging before its sender hangs up. */
const PATIENCE_MS = 150;
const LIMIT_MS = 15_000;

/**
 * Writes bytes to a socket of their own, as they are, and reads the first answer. `unfinished` hangs up when nothing
 * came. Undefined when the connection closed without an answer. Throws when nothing happens at all within 15 s.
 */
export function exchange(port: number, bytes: Buffer, unfinished: boolean): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const late = setTimeout(() => finish(new Error("no answer, and the connection stays open")), LIMIT_MS);
    const hangUp = unfinished ? setTimeout(() => socket.end(), PATIENCE_MS) : undefined;
    const finish = (error?: Error) => {
      clearTimeout(late);
      clearTimeout(hangUp);
      socket.destroy();
      const answer = answerIn(Buffer.concat(chunks));
      if (error && !answer) reject(error);
      else resolve(answer);
    };
    socket.on("connect", () => socket.write(bytes));
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks))) finish();
    });
    socket.on("end", () => finish());
    // A server that closes while we still write resets the connection: what it said before still counts.
    socket.on("error", () => finish());
  });
}

function isWhole(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  const at = text.indexOf(headEnd);
  if (at < 0) return false;
  const head = text.slice(0, at);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) return bytes.length >= at + headEnd.length + Number(length);
  return /^transfer-encoding: *chunked/im.test(head)
    ? text.endsWith("0\r\n\r\n")
    : /^HTTP\/1\.1 (204|304)/.test(head);
}

function answerIn(bytes: Buffer): Answer | undefined {
  const text = bytes.toString("utf8");
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  if (!status) return undefined;
  const at = text.indexOf(headEnd);
  const head = at < 0 ? text : text.slice(0, at);
  return {
    status: Number(status),
    type: /^content-type: *([^\r;]+)/im.exec(head)?.[1]?.trim() ?? "",
    head,
    body: at < 0 ? "" : text.slice(at + headEnd.length),
  };
}
