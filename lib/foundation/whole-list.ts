/** Rows in one exported file at most: more than that no spreadsheet handles well. */
export const MOST_EXPORTED = 100_000;
const PAGE = 200;

type Read<T> = (part: { cursor: string | undefined; limit: number; count: false }) => Promise<{
  results: readonly T[];
  next: string | null;
}>;

/** All rows of a list, page after page, `most` at most; `truncated` says that there were more. */
export async function wholeList<T>(
  read: Read<T>,
  most = MOST_EXPORTED,
): Promise<{ rows: T[]; truncated: boolean }> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ cursor, limit: PAGE, count: false });
    rows.push(...page.results);
    cursor = page.next ?? undefined;
  } while (cursor && rows.length < most);
  return { rows: rows.slice(0, most), truncated: cursor !== undefined || rows.length > most };
}
