import pino from "pino";

/** Structured log on standard output. No personal data: ids, codes and request ids only. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: undefined,
  redact: ["password", "mot_de_passe", "token", "authorization", "cookie"],
});
