import type { AuditShape } from "./schemas";

/** All that an export sends, at once. */
export async function entriesOf({
  pages,
}: {
  pages: () => AsyncGenerator<AuditShape[]>;
}): Promise<AuditShape[]> {
  const entries: AuditShape[] = [];
  for await (const page of pages()) entries.push(...page);
  return entries;
}
