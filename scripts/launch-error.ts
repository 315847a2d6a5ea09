/** A problem the person at the keyboard can solve: its message is one sentence that says what to do. */
export class LaunchError extends Error {
  override name = "LaunchError";
}

/** Ends the process with the one sentence of a LaunchError; anything else keeps its stack. */
export function reportAndExit(error: unknown): never {
  const sentence = sentenceFor(error);
  if (sentence) console.error(`\nDihya: ${sentence}`);
  else console.error(error);
  process.exit(1);
}

function sentenceFor(error: unknown): string | undefined {
  if (error instanceof LaunchError) return error.message;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ENOSPC" || code === "EDQUOT")
    return "the disk is full: free at least 1 GB, then start again.";
  if (code === "EROFS" || code === "EACCES")
    return `no permission to write ${(error as NodeJS.ErrnoException).path ?? "the data folder"}: give this user the right to write there, or set DIHYA_HOME to another folder.`;
  return undefined;
}
