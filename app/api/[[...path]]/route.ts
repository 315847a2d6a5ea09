import { problemResponse } from "@/lib/delivery/problem";
import { localeOf, requestIdOf } from "@/lib/delivery/request-context";
import { Refused } from "@/lib/foundation/errors";

/** Under /api even an address that nothing answers is refused with a problem document, not with a page. */
function refuse(request: Request): Response {
  const { pathname } = new URL(request.url);
  return problemResponse(new Refused("notFound"), localeOf(request), pathname, requestIdOf(request));
}

export const dynamic = "force-dynamic";
export {
  refuse as DELETE,
  refuse as GET,
  refuse as HEAD,
  refuse as OPTIONS,
  refuse as PATCH,
  refuse as POST,
  refuse as PUT,
};
