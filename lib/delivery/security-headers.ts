/** Header in which our own server tells Next the nonce of a page; what a caller sends under it is thrown away. */
export const policyHeader = "content-security-policy";

/** Whether people reach the product by https; browsers are then told never to use anything else. */
export const isSecure = (publicUrl: string) => publicUrl.startsWith("https://");

/**
 * The content policy of a page: scripts by this answer's nonce only (and what those load), nothing from elsewhere, no
 * frame around it, and no text becomes code except through the policy of `instrumentation-client.ts`.
 * Style sheets are ours or carry the nonce. Style attributes stay allowed: widths of bars and what hides a label from
 * sight are written there by the server; they can load nothing, since pictures and fonts are ours alone.
 */
export function pagePolicy(nonce: string, secure: boolean): string {
  return [
    "default-src 'none'",
    // 'self' is for browsers that do not know strict-dynamic; the others pass over it.
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'`,
    "script-src-attr 'none'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default nextjs",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** What is no page does nothing in a browser: no script, no style, no form, no frame. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A browser shows a PDF by a viewer of its own, which `default-src 'none'` may keep from starting. */
const pdfPolicy = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy that fits an answer of Next by its type. */
export function policyFor(contentType: string | undefined, page: string): string {
  if (contentType?.startsWith("application/pdf")) return pdfPolicy;
  return contentType === undefined || contentType.startsWith("text/html") ? page : dataPolicy;
}

/**
 * The headers of every answer. `hsts` replaces the value of Strict-Transport-Security, for an address whose
 * subdomains are not all served by https.
 */
export function everywhere(publicUrl: string, hsts = process.env.DIHYA_HSTS): [string, string][] {
  const always: [string, string][] = [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    // A form sent without any origin would be refused as one from elsewhere, hence not `no-referrer`.
    ["Referrer-Policy", "same-origin"],
    ["Permissions-Policy", permissions],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Origin-Agent-Cluster", "?1"],
  ];
  if (!isSecure(publicUrl)) return always;
  return [...always, ["Strict-Transport-Security", hsts || "max-age=63072000; includeSubDomains"]];
}

/** A check-in may carry the position, when the person allows it; nothing else of the device is ever asked for. */
const permissions = [
  "geolocation=(self)",
  ...[
    "accelerometer",
    "autoplay",
    "bluetooth",
    "camera",
    "display-capture",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
  ].map((one) => `${one}=()`),
].join(", ");
