import { nestedFieldsOf } from "@/lib/delivery/nested-fields";

/** The form of a person's file as the operation's input. Postal codes are typed in one line, however separated. */
export function readIntervenantForm(form: FormData): Record<string, unknown> {
  const { agence_id, version, forcer, embauche_le, secteurs, ...person } = nestedFieldsOf(form);
  return {
    ...person,
    ...(agence_id ? { agence_id } : {}),
    ...(version && !forcer ? { version } : {}),
    embauche_le: embauche_le || null,
    langues: form.getAll("langues"),
    competences: form.getAll("competences"),
    secteurs: String(secteurs ?? "")
      .split(/[\s,;،]+/)
      .filter(Boolean),
  };
}
