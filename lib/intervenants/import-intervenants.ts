import type { z } from "zod";
import {
  agenceReader,
  duplicates,
  type ImportArgs,
  type ImportChange,
  type ImportLine,
  type ImportPlan,
  inBatches,
  type LineError,
  lacksAgence,
  readLines,
} from "@/lib/foundation/import";
import { emailPrint, personPrints } from "@/lib/foundation/person-search";
import { findAgences } from "@/lib/organisation/find-agences";
import { insertIntervenantRows, insertSkills, nextIntervenantIds, selectNames } from "./import-store";
import { contratValues } from "./intervenant-values";
import { intervenantBody } from "./schemas";
import { findActivitesByCode, listActiveCodes } from "./store";

type Line = ImportLine<z.output<typeof intervenantBody>>;
type Skills = ReadonlyMap<string, number>;

/** Intervenants from the lines of a table, by the rules of `intervenant.create`; an e-mail and a matricule name one. */
export async function importIntervenants(args: ImportArgs): Promise<ImportPlan> {
  const { db, scope, records, progress } = args;
  const agenceOf = agenceReader(scope, await findAgences(db), args.agenceId);
  const { lines, erreurs } = readLines(records, intervenantBody, (cells) => bodyOf(cells, agenceOf));
  const agenceIds = [...new Set(lines.flatMap(({ body }) => body.agence_id ?? []))];
  const [known, skills] = await Promise.all([selectNames(db, agenceIds), skillsOf(args, lines)]);
  const key = (agence: number | undefined, text: string) => text && `${agence}:${text.toLowerCase()}`;
  const prints = new Set(known.map(({ agenceId, emailEmpreinte }) => `${agenceId}:${emailEmpreinte}`));
  const emails = new Set(
    lines
      .filter(({ body: { agence_id, email } }) =>
        prints.has(`${agence_id}:${emailPrint("intervenants", email)}`),
      )
      .map(({ body: { agence_id, email } }) => key(agence_id, email)),
  );
  const matricules = new Set(known.map(({ agenceId, matricule }) => key(agenceId, matricule)));
  erreurs.push(
    ...lacksAgence(lines),
    ...duplicates(lines, "/email", ({ agence_id, email }) => key(agence_id, email), emails),
    ...duplicates(lines, "/matricule", ({ agence_id, matricule }) => key(agence_id, matricule), matricules),
    ...(await unknownSkills(args, lines, skills)),
  );
  await progress(records.length);
  return { erreurs, write: () => inBatches(lines, (part) => write(args, part, skills), progress) };
}

async function skillsOf({ db }: ImportArgs, lines: readonly Line[]): Promise<Skills> {
  const codes = new Set(lines.flatMap(({ body }) => body.competences));
  const rows = await findActivitesByCode(db, [...codes]);
  return new Map(rows.map(({ id, code }) => [code, id]));
}

async function unknownSkills(
  { db }: ImportArgs,
  lines: readonly Line[],
  skills: Skills,
): Promise<LineError[]> {
  const wrong = lines.filter(({ body }) => body.competences.some((code) => !skills.has(code)));
  if (wrong.length === 0) return [];
  const accepted = (await listActiveCodes(db)).join(", ");
  return wrong.map(({ ligne }) => ({
    ligne,
    pointer: "/competences",
    code: "unknownActivity",
    params: { accepted },
  }));
}

/** Several values in one cell: any usual separator between them. */
const several = (text: string) => text.split(/[\s,;|]+/).filter(Boolean);

function bodyOf(cells: Record<string, string>, agenceOf: ReturnType<typeof agenceReader>) {
  const { agence, contrat, heures_semaine, ...rest } = cells;
  const filled = Object.entries(rest).filter(([, value]) => value !== "");
  const lists = new Set(["langues", "secteurs", "competences"]);
  const fields = filled.map(([name, value]) => [name, lists.has(name) ? several(value) : value]);
  const terms = { ...(contrat && { type: contrat }), ...(heures_semaine && { heures_semaine }) };
  return {
    ...Object.fromEntries(fields),
    agence_id: agenceOf(agence),
    ...(Object.keys(terms).length > 0 && { contrat: terms }),
  };
}

async function write(
  { db, ctx }: ImportArgs,
  part: readonly Line[],
  skills: Skills,
): Promise<ImportChange[]> {
  const ids = await nextIntervenantIds(db, part.length);
  const made = part.map(({ body }, index) => ({
    body,
    id: ids[index] as number,
    agenceId: body.agence_id as number,
  }));
  await insertIntervenantRows(
    db,
    made.map(({ body, id, agenceId }) => {
      const {
        agence_id: _a,
        competences: _c,
        secteurs: _s,
        contrat,
        embauche_le,
        utilisateur_id: _u,
        ...person
      } = body;
      const matricule = person.matricule || `M${String(id).padStart(5, "0")}`;
      return {
        ...person,
        ...contratValues(contrat),
        id,
        matricule,
        agenceId,
        embaucheLe: embauche_le,
        ...personPrints("intervenants", person, [matricule]),
        creeLe: ctx.now,
        modifieLe: ctx.now,
      };
    }),
  );
  await insertSkills(
    db,
    made.flatMap(({ body, id }) =>
      [...new Set(body.competences)].map((code) => ({
        intervenantId: id,
        activiteId: skills.get(code) as number,
      })),
    ),
    made.flatMap(({ body, id }) =>
      [...new Set(body.secteurs)].map((codePostal) => ({ intervenantId: id, codePostal })),
    ),
  );
  return made.map(({ body, id, agenceId }) => ({
    action: "intervenant.create",
    objet: { type: "intervenant", id, version: 1 },
    agenceId,
    data: { competences: body.competences },
  }));
}
