import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** A stricter content policy with nonces comes with the security work; these need no exception today. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  // A check-in may carry the position, when the person allows it.
  { key: "Permissions-Policy", value: "geolocation=(self), camera=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  redirects: async () => [
    { source: "/:locale/admin/courriels", destination: "/:locale/admin/outbox", permanent: true },
  ],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
  // Several development servers may share one working tree.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ["@react-pdf/renderer", "postgres", "pg", "pg-boss", "pino", "nodemailer"],
  // npm run verify checks types, once and for everything; a machine that only serves need not prove them again.
  typescript: { ignoreBuildErrors: true },
  // A file of 10,000 and more lines to import.
  experimental: { serverActions: { bodySizeLimit: "9mb" } },
};

export default withNextIntl(config);
