import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  // Where outsiders look for the log's checkpoint and its key.
  rewrites: async () => [
    { source: "/.well-known/audit/:document(checkpoint|key)", destination: "/api/journal/:document" },
  ],
  redirects: async () => [
    { source: "/:locale/admin/courriels", destination: "/:locale/admin/outbox", permanent: true },
  ],
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
