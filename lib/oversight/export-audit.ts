import type { Db, Queryable } from "@/db/client";
import { appendAudit } from "@/lib/foundation/audit/append";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { findHistory } from "./find-history";
import { exportPresenter } from "./present";
import { type AuditFilters, type AuditShape, auditExportInput } from "./schemas";
import { endOfLog, entriesBelow, type Filters } from "./store";

/** Entries read at once: what an export holds in memory, however long the log. */
const AT_ONCE = 2000;
type Asked = Omit<AuditFilters, "format" | "lies">;
type Pages = AsyncGenerator<AuditShape[]>;

/**
 * The entries that fit the filters, newest first, persons as pseudonyms of this export alone: page after page, made while
 * they are sent. The export is logged before the first leaves, and again when the last has, or when it was cut off.
 */
export const exportAudit = query({
  name: "audit.export",
  input: auditExportInput,
  run: async ({ db, ctx, input, scope }) => {
    const { format, lies, ...asked } = input;
    const filters = lies ? await around(db, scope, asked) : asked;
    // What is written from now on, this export's own lines among it, is not in it: it comes to an end.
    const end = await endOfLog(db);
    return { format, pages: (): Pages => told(ctx, format, pagesOf(ctx.db, filters, end)) };
  },
  exports: ({ format }) => ({ type: "audit", id: `journal.${format}` }),
});

/** Filters that ask for one object, turned into those that ask for all that belongs to it. */
async function around(db: Queryable, scope: Scope, { objet, objet_id, ...others }: Asked) {
  if (!objet || !objet_id)
    throw new Refused("validation", { errors: [{ pointer: "/objet_id", code: "required" }] });
  return { ...others, parmi: await findHistory(db, scope, { objet, objet_id }) };
}

async function* pagesOf(db: Db, filters: Filters, end: number): Pages {
  const present = exportPresenter();
  let below = end;
  for (;;) {
    const rows = await entriesBelow(db, filters, below, AT_ONCE);
    if (rows.length > 0) yield rows.map(present);
    if (rows.length < AT_ONCE) return;
    below = rows.at(-1)?.id ?? 0;
  }
}

/** Writes to the log how many entries left, and whether that was all: a reader may hang up, the database may fail. */
async function* told(ctx: Context, format: string, pages: Pages): Pages {
  const done = { entrees: 0, complet: false };
  try {
    for await (const page of pages) {
      done.entrees += page.length;
      yield page;
    }
    done.complet = true;
  } finally {
    const objet = { type: "audit", id: `journal.${format}` };
    await appendAudit(ctx.db, ctx, { action: "audit.export", objet, resultat: "ok", data: done });
  }
}
