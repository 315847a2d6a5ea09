import type { z } from "zod";
import type { Context } from "@/lib/foundation/context";
import type { Operation } from "@/lib/foundation/operation";
import { requireRecentForFile } from "@/lib/foundation/step-up";
import { browserContext } from "./action";
import { truncatedHeader } from "./list-file";
import { sentences, toRefused } from "./problem";

/** The person proves who they are on a page that then offers the file again, and the page where they asked for it. */
function toConfirmation(request: Request, { locale }: Context): Response {
  const { pathname, search } = new URL(request.url);
  const from = request.headers.get("referer");
  const page = from && URL.canParse(from) ? new URL(from) : null;
  const query = new URLSearchParams({
    fichier: `${pathname}${search}`,
    ...(page && { retour: `${page.pathname}${page.search}` }),
  });
  return new Response(null, {
    status: 303,
    headers: { Location: `/${locale}/compte/confirmation?${query}`, "Cache-Control": "no-store" },
  });
}

/** Bytes at hand, or made while they are sent. */
type File = { name: string; bytes: Uint8Array | ReadableStream<Uint8Array>; truncated?: boolean };
type Options<R> = { type?: string } & (R extends File
  ? { file?: (result: R, ctx: Context) => File }
  : { file: (result: R, ctx: Context) => File });

/**
 * The answer of a route handler that gives a signed-in browser a file: an API address cannot ask for `Accept: pdf`
 * from a link. A refusal answers its own status with its sentence; a guest is sent to sign in and back.
 */
export async function fileResponse<S extends z.ZodType, R>(
  request: Request,
  operation: Operation<S, R>,
  input: Record<string, unknown>,
  ...[options]: R extends File ? [options?: Options<R>] : [options: Options<R>]
): Promise<Response> {
  const ctx = await browserContext();
  try {
    // A list that becomes a spreadsheet here; what is a file by itself says so by its own operation.
    if (options?.file) await requireRecentForFile(ctx, operation.operation);
    const result = await operation(ctx, input);
    const { name, bytes, truncated } = options?.file ? options.file(result, ctx) : (result as File);
    const type = options?.type ?? "application/pdf";
    // A document is read in the browser; an export is kept, and must not take the place of the page.
    const disposition = type === "application/pdf" ? "inline" : "attachment";
    return new Response(bytes instanceof ReadableStream ? bytes : new Uint8Array(bytes), {
      headers: {
        "Content-Type": type,
        "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Request-Id": ctx.requestId,
        ...truncatedHeader(truncated),
      },
    });
  } catch (error) {
    const refusal = toRefused(error, ctx.requestId);
    if (refusal.code === "unauthenticated") {
      const back = encodeURIComponent(new URL(request.url).pathname);
      return new Response(null, {
        status: 303,
        headers: { Location: `/${ctx.locale}/connexion?retour=${back}` },
      });
    }
    if (refusal.code === "reauthenticate") return toConfirmation(request, ctx);
    const { title, detail } = sentences(refusal, ctx.locale);
    return new Response(`${title}\n${detail}\n`, {
      status: refusal.status,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
}
