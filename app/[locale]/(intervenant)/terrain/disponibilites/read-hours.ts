const FIELD = /^disponibilites\.(\d+)\.(jour|heure_debut|heure_fin|du|au)$/;

/**
 * The weekly hours of a form whose fields are named `disponibilites.0.heure_debut`, in the order of their numbers.
 * Times lose their seconds; fields left empty are left out.
 */
export function readHours(form: FormData): Record<string, string>[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of form.entries()) {
    const found = FIELD.exec(name);
    if (!found || typeof value !== "string" || value === "") continue;
    const [, index = "0", field = ""] = found;
    const row = rows.get(Number(index)) ?? {};
    row[field] = field.startsWith("heure") ? value.slice(0, 5) : value;
    rows.set(Number(index), row);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
}
