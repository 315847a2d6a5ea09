import { getTranslations } from "next-intl/server";
import type { IntervenantFormProps } from "@/components/intervenants/intervenant-form";
import { civilites, langues, typesContrat } from "@/db/states";
import { agencyOptions } from "../agencies";
import type { GestionArea } from "../area";
import { byFamily, loadSkills } from "./skills";

/** The choices of the form of a person's file, in the language of the page. */
export async function intervenantFormOptions(area: GestionArea): Promise<IntervenantFormProps["options"]> {
  const [t, tContracts, agences, skills] = await Promise.all([
    getTranslations("common"),
    getTranslations("states.contrat"),
    agencyOptions(area),
    loadSkills(),
  ]);
  return {
    civilites: civilites.map((value) => ({ value, label: t(`civilites.${value}`) })),
    langues: langues.map((value) => ({ value, label: t(`langues.${value}`) })),
    contrats: typesContrat.map((value) => ({ value, label: tContracts(value) })),
    agences,
    skills: byFamily(skills).map((group) => ({
      label: t(`familles.${group.famille}`),
      options: group.skills.map(({ code, libelle }) => ({ value: code, label: libelle })),
    })),
  };
}
