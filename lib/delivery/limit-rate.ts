import type { MiddlewareHandler } from "hono";
import { problemResponse, toRefused } from "./problem";
import { countArrival, tellLimits } from "./rate-limits";
import { localeOf, requestIdOf } from "./request-context";

/** Counts every request of the API, refuses those beyond the limits, and says on each answer what is left. */
export const limitRate: MiddlewareHandler = async (c, next) => {
  const request = c.req.raw;
  try {
    countArrival(request);
    await next();
  } catch (error) {
    const requestId = requestIdOf(request);
    c.res = problemResponse(toRefused(error, requestId), localeOf(request), c.req.path, requestId);
  }
  tellLimits(request, c.res.headers);
};
