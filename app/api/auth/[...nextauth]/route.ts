import NextAuth from "next-auth";
import { authOptions } from "@/lib/delivery/auth-options";
import { closeSession } from "@/lib/organisation/close-session";
import { openSession } from "@/lib/organisation/open-session";

type Route = { params: Promise<{ nextauth: string[] }> };

export const dynamic = "force-dynamic";

/** The options are made per request: no secret is read while building. */
const serve = (request: Request, route: Route) =>
  NextAuth(request as never, route as never, authOptions({ open: openSession, close: closeSession }));

export { serve as GET, serve as POST };
