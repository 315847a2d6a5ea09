import { nestedFieldsOf } from "@/lib/delivery/nested-fields";

/** The form of a rights request as the operation's input: corrections belong to a rectification alone. */
export function readRightsForm(form: FormData): Record<string, unknown> {
  const { changements, ...fields } = nestedFieldsOf(form);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  if (fields.type !== "rectification" || !changements) return given;
  const { naissance, ...texts } = changements as Record<string, string>;
  const birth = naissance === undefined ? {} : { naissance: naissance || null };
  return { ...given, changements: { ...texts, ...birth } };
}
