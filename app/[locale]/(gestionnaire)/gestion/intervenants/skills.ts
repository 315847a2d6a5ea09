import { familles } from "@/db/states";
import { listActivites } from "@/lib/activites/list-activites";
import { load } from "@/lib/delivery/page";

export type Skill = { code: string; libelle: string; famille: (typeof familles)[number] };

/** The catalogue as skills, in legal order. */
export async function loadSkills(): Promise<Skill[]> {
  const { results } = await load(listActivites, { limit: 200 });
  return results.map(({ code, libelle, famille }) => ({ code, libelle, famille }));
}

/** Skills by family, families in the order of the catalogue; without empty ones. */
export const byFamily = (skills: readonly Skill[]) =>
  familles
    .map((famille) => ({ famille, skills: skills.filter((one) => one.famille === famille) }))
    .filter((group) => group.skills.length > 0);
