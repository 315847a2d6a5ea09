import { expect, test } from "vitest";
import { readForm } from "./read-form";

function sent(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test("a switch that was shown and not sent is off; an e-mail that was not offered is not spoken of", () => {
  const form = sent([
    ["kinds", "visites"],
    ["kinds", "factures"],
    ["mails", "factures"],
    ["application.visites", "on"],
    ["courriel.factures", "on"],
    ["silence.debut", "22:00:00"],
    ["silence.fin", "07:00:00"],
  ]);
  expect(readForm(form)).toEqual({
    preferences: [
      { type: "visites", application: true },
      { type: "factures", application: false, courriel: true },
    ],
    silence: null,
  });
  form.append("calme", "on");
  expect(readForm(form)).toMatchObject({ silence: { debut: "22:00", fin: "07:00" } });
});
