/** Why a plugin gave no result. */
export type FailureKind = "timeout" | "stopped" | "tooLarge" | "badAnswer" | "refused" | "waiting";

/** A plugin that failed; `message` is for admins, short and without the product's data. */
export class PluginFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message = "",
  ) {
    super(`${kind}${message ? `: ${message}` : ""}`.slice(0, 500));
    this.name = "PluginFailure";
  }
}

/** Told by its name: a process that Next's copy of this code started fails with Next's copy of the class. */
export const isPluginFailure = (error: unknown): error is PluginFailure =>
  error instanceof Error && error.name === "PluginFailure";
