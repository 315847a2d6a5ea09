import { TextField } from "./text-field";

/** What someone types to prove again who they are; `code` is the label of a field that only some have. */
export function IdentityFields({ password, code }: { password: string; code?: string }) {
  return (
    <>
      <TextField
        name="mot_de_passe"
        type="password"
        label={password}
        autoComplete="current-password"
        isRequired
      />
      {code ? (
        <TextField
          name="code"
          label={code}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={40}
          isLeftToRight
          isRequired
        />
      ) : null}
    </>
  );
}
