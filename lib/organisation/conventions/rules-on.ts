import { catalogueOn } from "./catalogue";
import type { CodeRegle, Convention, Ecart, JeuDeRegles } from "./regle";

/** The rules of an agreement on a day as an agency applies them. `ecarts` in the order in which they were written. */
export function rulesOn(convention: Convention, jour: string, ecarts: readonly Ecart[]): JeuDeRegles {
  const found = catalogueOn(convention, jour);
  const regles = found.regles.map((regle) => {
    const ecart = ecartOn(regle.code, jour, ecarts);
    if (!ecart || ecart.retour) return regle;
    const { valeur, severite } = ecart;
    return { ...regle, valeur: valeur ?? regle.valeur, severite: severite ?? regle.severite };
  });
  return { ...found, regles };
}

/** Of those begun by a day, the one that begins last; of two on one day the one written last. */
export function ecartOn<E extends Ecart>(code: CodeRegle, jour: string, ecarts: readonly E[]): E | undefined {
  return ecarts
    .filter((one) => one.code === code && one.du <= jour)
    .reduce<E | undefined>((best, one) => (best && best.du > one.du ? best : one), undefined);
}
