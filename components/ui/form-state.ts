/** A refused field. `pointer` is a JSON pointer (`/email`, `/adresses/0/voie`) or a bare field name. */
export type FieldProblem = { pointer: string; message: string };

/** What came back from the fields, so a form can be shown again as it was filled in. */
export type FormValues = Record<string, string | string[]>;

export type FormSuccess<Data = unknown> = { ok: true; message?: string; data?: Data };

export type FormFailure = {
  ok: false;
  /** Stable code of the refusal, e.g. `slotTaken`. */
  code: string;
  /** One sentence in the person's language. */
  message: string;
  errors: FieldProblem[];
  values?: FormValues;
  /** Further members of the problem, e.g. the alternatives of a taken slot. */
  extra?: Record<string, unknown>;
};

/** State of a server-action form; null before the first submission. */
export type FormState<Data = unknown> = FormSuccess<Data> | FormFailure | null;

export type FormAction<Data = unknown> = (state: FormState<Data>, form: FormData) => Promise<FormState<Data>>;

/** `/adresses/0/voie`, `#/adresses/0/voie`, `adresses[0].voie` → `adresses.0.voie`. */
export function fieldName(pointer: string): string {
  return pointer
    .replace(/^#?\/?/, "")
    .replaceAll("~1", "/")
    .replaceAll("~0", "~")
    .replace(/\[(\w+)\]/g, ".$1")
    .replaceAll("/", ".");
}

/** First message of each field, by normalised name. */
export function problemsByField(state: FormState): Record<string, string> {
  const byField: Record<string, string> = {};
  if (state && !state.ok)
    for (const { pointer, message } of state.errors) byField[fieldName(pointer)] ??= message;
  return byField;
}
