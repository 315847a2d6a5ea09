import { integer, jsonb, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "string" }).notNull();

/** The queue's own table, as far as we read it; the queue makes and migrates it, not we. */
export const jobs = pgSchema("pgboss").table("job", {
  id: uuid("id").notNull(),
  name: text("name").notNull(),
  state: text("state").notNull(),
  data: jsonb("data"),
  createdOn: moment("created_on"),
  startAfter: moment("start_after"),
  sourceName: text("source_name"),
  sourceCreatedOn: timestamp("source_created_on", { withTimezone: true, mode: "string" }),
  sourceRetryCount: integer("source_retry_count"),
  sourceOutput: jsonb("source_output"),
});
