import { integer, timestamp } from "drizzle-orm/pg-core";

/** Column builders shared by all tables, so that a word means one type everywhere. */
export const id = () => integer("id").primaryKey().generatedByDefaultAsIdentity();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const creeLe = () => instant("cree_le").notNull().defaultNow();
export const modifieLe = () => instant("modifie_le").notNull().defaultNow();
/** Optimistic lock and ETag: grows with every write of the row. */
export const version = () => integer("version").notNull().default(1);
/** Integer cents; the currency stands beside it. */
export const cents = (name: string) => integer(name);
/** Basis points: 550 is 5.5 %. */
export const basisPoints = (name: string) => integer(name);
