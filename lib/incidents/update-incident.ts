import type { z } from "zod";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { homeZone, type IncidentRow, insertEtape, type NewIncident, updateIncident } from "./incident-store";
import { incidentUpdate } from "./schemas";
import { isWords, openWords, sealWords, wordFields } from "./words";
import { answerWith, openIncident, pastInstant } from "./write-incident";

type Input = z.output<typeof incidentUpdate>;

/**
 * Corrects the facts of an open incident. What they said before becomes a step of its history, so that nothing is
 * rewritten unnoticed; a call that changes nothing writes none. Throws `incidentClosed`.
 */
export const correctIncident = command({
  name: "incident.update",
  input: incidentUpdate,
  run: async ({ db, input, ctx }) => {
    const { incident } = await openIncident(db, input);
    const { id } = incident;
    if (incident.statut === "clos") throw new Refused("incidentClosed");
    const zone = await homeZone(db);
    const changed = changesOf(incident, valuesOf(input, zone, ctx.now));
    const fields = Object.keys(changed.after);
    if (fields.length === 0) return { change: [], result: await answerWith(db, ctx, id) };
    const { constateLe = incident.constateLe, debutLe = incident.debutLe } = changed.after;
    if (debutLe && debutLe > constateLe)
      throw new Refused("validation", { errors: [{ pointer: "/debut_le", code: "tooBig" }] });
    const version = await updateIncident(db, incident, changed.after, ctx.now);
    const step = { incidentId: id, type: "correction" as const, par: ctx.actor.id, avant: changed.before };
    await insertEtape(db, { ...step, faitLe: ctx.now, creeLe: ctx.now });
    const facts = Object.fromEntries(Object.entries(changed.before).filter(([field]) => !isWords(field)));
    return {
      change: {
        objet: { type: "incident", id, version },
        data: { champs: Object.keys(changed.before), avant: facts },
      },
      result: await answerWith(db, ctx, id),
    };
  },
});

const columns = {
  type: "type",
  gravite: "gravite",
  risque: "risque",
  nis2: "nis2",
  constate_le: "constateLe",
  debut_le: "debutLe",
  personnes: "personnes",
  donnees: "donnees",
  personnes_nombre: "personnesNombre",
  enregistrements_nombre: "enregistrementsNombre",
  description: "description",
  consequences: "consequences",
  mesures: "mesures",
} as const satisfies Record<string, keyof IncidentRow>;
type Field = keyof typeof columns;

/** What was given, as the columns hold it but for the words, which are still clear. */
function valuesOf(input: Input, zone: string, now: Date): Partial<Record<Field, unknown>> {
  const { id: _id, version: _version, constate_le, debut_le, ...rest } = input;
  return {
    ...rest,
    ...(constate_le === undefined ? {} : { constate_le: pastInstant(constate_le, zone, "constate_le", now) }),
    ...(debut_le === undefined
      ? {}
      : { debut_le: debut_le === null ? null : pastInstant(debut_le, zone, "debut_le", now) }),
  };
}

function changesOf(row: IncidentRow, given: Partial<Record<Field, unknown>>) {
  const before: Record<string, unknown> = {};
  const after: Partial<NewIncident> = {};
  for (const [field, value] of Object.entries(given) as [Field, unknown][]) {
    const column = columns[field];
    const stored = row[column];
    const words = (wordFields as readonly string[]).includes(field);
    const was = words ? openWords(String(stored)) : stored;
    if (value === undefined || plain(was) === plain(value)) continue;
    before[field] = stored;
    Object.assign(after, { [column]: words ? sealWords(String(value)) : value });
  }
  return { before, after };
}

const plain = (value: unknown): string => JSON.stringify(value);
