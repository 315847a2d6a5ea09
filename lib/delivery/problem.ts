import type { Locale } from "@/lib/foundation/context";
import { type FieldError, Refused, refusalOf } from "@/lib/foundation/errors";
import { log } from "@/lib/foundation/log";
import { fieldText, problemText } from "@/lib/i18n/problem-text";

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  request_id: string;
  errors?: { pointer: string; code: string; detail: string }[];
};

/** What a person is told of an error: the refusal itself, or `internal` with the request id once it is logged. */
export function toRefused(thrown: unknown, requestId: string): Refused {
  // The caller's account is read before any operation: a lost connection there is as temporary as inside one.
  const error = refusalOf(thrown);
  if (error instanceof Refused) {
    if (error.status >= 500) log.error({ requestId, err: error.cause ?? error }, error.code);
    return error;
  }
  log.error({ requestId, err: error }, "unexpected failure");
  return new Refused("internal", { params: { requestId }, cause: error });
}

/** Title and sentence of a refusal in the caller's language. */
export function sentences(refusal: Refused, locale: Locale): { title: string; detail: string } {
  return problemText(locale, refusal.code, refusal.details.params);
}

/** The sentence for one field at fault. */
export function describeField(error: FieldError, locale: Locale): string {
  return fieldText(locale, error.code, error.params);
}

/** RFC 9457 problem document. */
export function problemOf(refusal: Refused, locale: Locale, instance: string, requestId: string): Problem {
  const { extra, errors } = refusal.details;
  return {
    type: `/problemes/${refusal.code}`,
    ...sentences(refusal, locale),
    status: refusal.status,
    instance,
    code: refusal.code,
    ...(errors?.length
      ? {
          errors: errors.map((one) => ({
            pointer: one.pointer,
            code: one.code,
            detail: describeField(one, locale),
          })),
        }
      : {}),
    ...extra,
    request_id: requestId,
  };
}

/** The problem as an HTTP answer. */
export function problemResponse(
  refusal: Refused,
  locale: Locale,
  instance: string,
  requestId: string,
): Response {
  const headers = new Headers(refusal.details.headers);
  headers.set("Content-Type", "application/problem+json");
  headers.set("Content-Language", locale);
  headers.set("Vary", "Accept, Accept-Language, Authorization");
  headers.set("Cache-Control", "no-store");
  headers.set("X-Request-Id", requestId);
  if (refusal.status === 401 && refusal.code !== "reauthenticate")
    headers.set("WWW-Authenticate", 'Bearer realm="dihya"');
  return new Response(JSON.stringify(problemOf(refusal, locale, instance, requestId)), {
    status: refusal.status,
    headers,
  });
}
