import { TextField } from "@/components/ui/text-field";

/** Where a code is typed: phones offer the digits, and the code they just received. */
export function CodeField({
  label,
  description,
  isRecovery = false,
}: {
  label: string;
  description?: string;
  /** Letters too: no keypad of digits. */
  isRecovery?: boolean;
}) {
  return (
    <TextField
      key={isRecovery ? "recovery" : "digits"}
      name="code"
      label={label}
      description={description}
      isLeftToRight
      autoComplete={isRecovery ? "off" : "one-time-code"}
      inputMode={isRecovery ? "text" : "numeric"}
      spellCheck={false}
      maxLength={40}
      isRequired
    />
  );
}
