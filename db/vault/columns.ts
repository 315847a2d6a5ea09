import { customType } from "drizzle-orm/pg-core";

/** What stands in a sealed column: unreadable as it is. Only `open.ts` turns it into a V, only `seal.ts` makes it. */
export class Ciphertext<V = string> {
  declare readonly opens: V;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** For the driver alone. */
  get stored(): string {
    return this.#text;
  }
  toJSON(): string {
    return this.#text;
  }
  toString(): string {
    return "[sealed]";
  }
}

/** An empty text: nothing to hide, and any row may be set to it without its key. */
export const NOTHING = new Ciphertext<never>("");

/** Columns that hold sealed values; `registry.ts` says for whom and for what purpose. */
const column = <V>() =>
  customType<{ data: Ciphertext<V>; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => value.stored,
    fromDriver: (value) => new Ciphertext(value),
  });

export const sealedText = column<string>();
export const sealedNumber = column<number>();
/** Files: in base64 under the seal, since every sealed value is text. */
export const sealedBytes = column<Uint8Array>();
export const sealedJson = <V>(name: string) => column<V>()(name);
