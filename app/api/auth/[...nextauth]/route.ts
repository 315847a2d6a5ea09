import NextAuth from "next-auth";
import { authOptions } from "@/lib/delivery/auth-options";
import { problemResponse } from "@/lib/delivery/problem";
import { localeOf, requestIdOf } from "@/lib/delivery/request-context";
import { Refused } from "@/lib/foundation/errors";
import { closeSession } from "@/lib/organisation/close-session";
import { openSession } from "@/lib/organisation/open-session";

type Route = { params: Promise<{ nextauth: string[] }> };

export const dynamic = "force-dynamic";

/** The options are made per request: no secret is read while building. */
async function serve(request: Request, route: Route): Promise<Response> {
  if (!(await isReadable(request))) {
    const { pathname } = new URL(request.url);
    return problemResponse(new Refused("malformed"), localeOf(request), pathname, requestIdOf(request));
  }
  return NextAuth(request as never, route as never, authOptions({ open: openSession, close: closeSession }));
}

/** The library answers JSON that it cannot read with a failure. */
async function isReadable(request: Request): Promise<boolean> {
  if (!request.headers.get("content-type")?.includes("json")) return true;
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === "object" && body !== null;
}

export { serve as GET, serve as POST };
