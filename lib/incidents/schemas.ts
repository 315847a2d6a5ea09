import { z } from "zod";
import {
  donneesIncident,
  etapesIncident,
  etatsIncident,
  gravitesIncident,
  personnesIncident,
  risquesIncident,
  typesIncident,
} from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { dateTimeText, freeText, id } from "@/lib/foundation/shapes";
import { etatsDelai, nomsDelai } from "./incident";

const version = z.coerce.number().int().positive().optional();
const several = <const T extends readonly string[]>(values: T) =>
  z
    .union([z.enum(values).transform((one) => [one]), z.array(z.enum(values)).max(values.length)])
    .transform((all) => [...new Set(all)].sort());
const howMany = z.union([
  z.literal("").transform(() => null),
  z.null(),
  z.coerce.number().int().min(0).max(100_000_000),
]);
const yesNo = z.union([z.boolean(), z.stringbool()]);

const facts = {
  type: z.enum(typesIncident),
  gravite: z.enum(gravitesIncident),
  risque: z.enum(risquesIncident),
  nis2: yesNo,
  /** Without an offset: local time of the agency that was entered first. */
  constate_le: dateTimeText,
  debut_le: z.union([z.null(), dateTimeText]),
  personnes: several(personnesIncident),
  donnees: several(donneesIncident),
  /** null while nobody knows. */
  personnes_nombre: howMany,
  enregistrements_nombre: howMany,
  description: freeText(8000),
  consequences: freeText(8000),
  mesures: freeText(8000),
};

export const incidentList = listInput.extend({
  statut: z.enum(etatsIncident).optional(),
  type: z.enum(typesIncident).optional(),
});

export const incidentBody = z.strictObject({
  ...facts,
  nis2: facts.nis2.default(true),
  debut_le: facts.debut_le.default(null),
  personnes: facts.personnes.default([]),
  donnees: facts.donnees.default([]),
  personnes_nombre: facts.personnes_nombre.default(null),
  enregistrements_nombre: facts.enregistrements_nombre.default(null),
  description: facts.description.min(1),
  consequences: facts.consequences.default(""),
  mesures: facts.mesures.default(""),
});

/** Only what is given changes; what it said before stays in the history. */
export const incidentUpdate = z.strictObject({ id, version, ...z.object(facts).partial().shape });

export const etapesOffertes = etapesIncident.filter(
  (one): one is Exclude<(typeof etapesIncident)[number], "correction" | "cloture" | "reouverture"> =>
    !["correction", "cloture", "reouverture"].includes(one),
);

export const etapeBody = z.strictObject({
  id,
  type: z.enum(etapesOffertes as [(typeof etapesOffertes)[number], ...(typeof etapesOffertes)[number][]]),
  /** Now, unless it was done before. */
  fait_le: dateTimeText.optional(),
  texte: freeText(8000).default(""),
});

export const incidentClose = z.strictObject({ id, version, texte: freeText(8000).default("") });
export const incidentReopen = z.strictObject({ id, version, texte: z.string().trim().min(1).max(8000) });

export const delaiShape = z.object({
  nom: z.enum(nomsDelai),
  echeance: z.string(),
  fait_le: z.string().nullable(),
  etat: z.enum(etatsDelai),
  /** Negative once it has passed; null when nothing is left to do. */
  heures_restantes: z.number().int().nullable(),
  reference: z.string(),
});

export const etapeShape = z.object({
  id: z.number().int(),
  type: z.enum(etapesIncident),
  fait_le: z.string(),
  ecrit_le: z.string(),
  /** Name of who wrote it; a pseudonym to an auditeur, empty when the product did. */
  par: z.string(),
  texte: z.string(),
  /** Of a correction: which fields changed, and what they said before (no words to an auditeur). */
  avant: z.record(z.string(), z.unknown()),
});

export const incidentShape = z.object({
  id: z.number().int(),
  statut: z.enum(etatsIncident),
  type: z.enum(typesIncident),
  gravite: z.enum(gravitesIncident),
  risque: z.enum(risquesIncident),
  nis2: z.boolean(),
  constate_le: z.string(),
  debut_le: z.string().nullable(),
  personnes: z.array(z.enum(personnesIncident)),
  donnees: z.array(z.enum(donneesIncident)),
  personnes_nombre: z.number().int().nullable(),
  enregistrements_nombre: z.number().int().nullable(),
  /** The clock that ends first among those still to serve. */
  prochaine_echeance: z.string().nullable(),
  delais: z.array(delaiShape),
  clos_le: z.string().nullable(),
  fuseau: z.string(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

/** The three texts are empty to an auditeur. */
export const incidentDetail = incidentShape.extend({
  description: z.string(),
  consequences: z.string(),
  mesures: z.string(),
  etapes: z.array(etapeShape),
});

export type Incident = z.output<typeof incidentShape>;
export type IncidentDetail = z.output<typeof incidentDetail>;
export type EtapeShape = z.output<typeof etapeShape>;
