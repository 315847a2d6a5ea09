import { argon2 } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** PHC string of a password (argon2id, 19 MiB, 2 passes). `salt`: 32 hexadecimal digits. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const nonce = Buffer.from(salt, "hex");
  const tag = await derive("argon2id", {
    message: password,
    nonce,
    memory: 19_456,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  });
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
  return `$argon2id$v=19$m=19456,t=2,p=1$${text(nonce)}$${text(tag)}`;
}
