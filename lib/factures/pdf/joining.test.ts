import { expect, it } from "vitest";
import { factureExemple } from "@/lib/factures/facture-exemple";
import { glyphsOf, prepareFonts } from "./fonts";
import { renderFacture } from "./render-facture";

/** In its own file: the fault only shows in a process whose first Arabic text was already embedded. */
it("joins the letters of an Arabic word after another Arabic document was printed", {
  timeout: 60_000,
}, async () => {
  await renderFacture(factureExemple({ langue: "ar", visites: 1 }));
  await prepareFonts();
  for (const fontWeight of [400, 600] as const) {
    const font = { family: "Vazirmatn", fontWeight };
    const [, yeh, heh] = glyphsOf(font, "ديهيا");
    expect(yeh).not.toBe(glyphsOf(font, "ي")[0]);
    expect(heh).not.toBe(glyphsOf(font, "ه")[0]);
  }
});
