/**
 * The switches of the form: `application.<kind>`, `push.<kind>` and `courriel.<kind>`, sent when on; `kinds`, `pushes`
 * and `mails` name those that were shown, so that an absent one means off. Quiet hours count only with their own switch.
 */
export function readForm(form: FormData): Record<string, unknown> {
  const [mails, pushes] = [form.getAll("mails"), form.getAll("pushes")];
  const preferences = form.getAll("kinds").map((type) => ({
    type,
    application: form.has(`application.${type}`),
    ...(pushes.includes(type) ? { push: form.has(`push.${type}`) } : {}),
    ...(mails.includes(type) ? { courriel: form.has(`courriel.${type}`) } : {}),
  }));
  const time = (name: string) => String(form.get(name) ?? "").slice(0, 5);
  const silence = form.has("calme") ? { debut: time("silence.debut"), fin: time("silence.fin") } : null;
  return { preferences, silence };
}
