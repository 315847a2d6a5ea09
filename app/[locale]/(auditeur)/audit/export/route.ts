import { fileResponse } from "@/lib/delivery/file-response";
import { streamLines } from "@/lib/delivery/stream-lines";
import { csvOf, jsonOf, ndjsonOf } from "@/lib/delivery/stream-list";
import { exportAudit } from "@/lib/oversight/export-audit";

const forms = {
  csv: { type: "text/csv; charset=utf-8", lines: csvOf },
  json: { type: "application/json", lines: jsonOf },
  ndjson: { type: "application/x-ndjson", lines: ndjsonOf },
};

/** The log as a file, with the explorer's filters; sent while it is made, however long it is. */
export function GET(request: Request): Promise<Response> {
  const { cursor: _cursor, ...input } = Object.fromEntries(new URL(request.url).searchParams);
  const form = forms[input.format as keyof typeof forms] ?? forms.csv;
  return fileResponse(request, exportAudit, input, {
    type: form.type,
    file: ({ pages, format }) => ({ name: `journal.${format}`, bytes: streamLines(form.lines(pages())) }),
  });
}
