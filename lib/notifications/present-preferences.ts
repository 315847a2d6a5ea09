import type { Role } from "@/lib/foundation/context";
import { categoriesOf, toujours } from "./categories";
import type { Preferences } from "./preferences-store";
import type { PreferencesShape } from "./schemas";

/** Every kind of event that reaches the role; what was never chosen is on. */
export function presentPreferences(role: Role, { choix, silence }: Preferences): PreferencesShape {
  const preferences = categoriesOf(role).map(({ categorie, courriel }) => {
    const isFixed = toujours.includes(categorie);
    const chosen = isFixed ? {} : (choix[categorie] ?? {});
    return {
      type: categorie,
      application: chosen.application ?? true,
      push: chosen.push ?? true,
      courriel: courriel ? (chosen.courriel ?? true) : null,
      modifiable: !isFixed,
    };
  });
  return { preferences, silence };
}
