import type { z } from "zod";
import {
  agenceReader,
  duplicates,
  type ImportArgs,
  type ImportChange,
  type ImportLine,
  type ImportPlan,
  inBatches,
  lacksAgence,
  readLines,
} from "@/lib/foundation/import";
import { personPrints } from "@/lib/foundation/person-search";
import { findAgences } from "@/lib/organisation/find-agences";
import { adresseValues } from "./create-client";
import { insertAdresseRows, insertClientRows, selectEmails } from "./import-store";
import { clientBody } from "./schemas";

type Line = ImportLine<z.output<typeof clientBody>>;

/** Clients from the lines of a table, by the rules of `client.create`; an e-mail names one client of an agency. */
export async function importClients(args: ImportArgs): Promise<ImportPlan> {
  const { db, scope, records, progress } = args;
  const agenceOf = agenceReader(scope, await findAgences(db), args.agenceId);
  const { lines, erreurs } = readLines(records, clientBody, (cells) => bodyOf(cells, agenceOf));
  const known = await selectEmails(db, [...new Set(lines.map(({ body }) => body.email).filter(Boolean))]);
  erreurs.push(...lacksAgence(lines));
  erreurs.push(
    ...duplicates(lines, "/email", ({ agence_id, email }) => email && `${agence_id}:${email}`, known),
  );
  await progress(records.length);
  return { erreurs, write: () => inBatches(lines, (part) => write(args, part), progress) };
}

const whole = (text: string | undefined) => (text === undefined || text === "" ? undefined : text);
const number = (text: string | undefined) => (text ? Number(text) : undefined);

function bodyOf(cells: Record<string, string>, agenceOf: ReturnType<typeof agenceReader>) {
  const { agence, voie, complement, code_postal, commune, pays, acces, latitude, longitude, ...person } =
    cells;
  const adresse = {
    voie: whole(voie),
    complement: whole(complement),
    code_postal: whole(code_postal),
    commune: whole(commune),
    pays: whole(pays),
    acces: whole(acces),
    latitude: number(latitude),
    longitude: number(longitude),
  };
  const lives = Object.values(adresse).some((value) => value !== undefined);
  const filled = Object.entries(person).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(filled), agence_id: agenceOf(agence), adresses: lives ? [adresse] : [] };
}

async function write({ db, ctx }: ImportArgs, part: readonly Line[]): Promise<ImportChange[]> {
  const moment = { creeLe: ctx.now, modifieLe: ctx.now };
  const values = part.map(({ body: { agence_id, adresses: _a, contacts: _c, ...person } }) => ({
    ...person,
    ...moment,
    agenceId: agence_id as number,
    ...personPrints("clients", person),
  }));
  const ids = await insertClientRows(db, values);
  const places = part.flatMap(({ body }, index) =>
    body.adresses.map((adresse) => ({
      ...adresseValues(adresse),
      id: undefined,
      clientId: ids[index] as number,
      agenceId: body.agence_id as number,
      principale: true,
    })),
  );
  await insertAdresseRows(db, places);
  return part.map(({ body }, index) => ({
    action: "client.create",
    objet: { type: "client", id: ids[index] as number, version: 1 },
    agenceId: body.agence_id as number,
  }));
}
