import type { Parametres } from "@/lib/foundation/read-parametres";
import { type NomRegle, regles } from "./regles";

type Duration = { nombre: number; unite: "annees" | "mois" | "jours" };

/** How long a rule keeps things, as it is set now. */
export function durationOf(nom: NomRegle, parametres: Parametres): Duration {
  const { duree } = regles[nom];
  return "parametre" in duree ? { nombre: parametres.of(duree.parametre), unite: "jours" } : duree;
}
