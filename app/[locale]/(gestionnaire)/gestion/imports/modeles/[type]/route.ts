import { toCsv } from "@/lib/delivery/csv";
import { fileResponse } from "@/lib/delivery/file-response";
import { modelRow, readImportModel } from "@/lib/interop/read-import-model";

type Params = { params: Promise<{ type: string }> };

/** The template file of one kind of import. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { type } = await params;
  return fileResponse(
    request,
    readImportModel,
    { type },
    {
      type: "text/csv; charset=utf-8",
      file: (model) => ({
        name: `${model.type}s.csv`,
        bytes: new TextEncoder().encode(toCsv([modelRow(model)])),
      }),
    },
  );
}
