import { z } from "zod";
import { id } from "@/lib/foundation/shapes";

/** The data sets: by activity and commune, and by activity alone. */
export const jeux = ["prestations-mensuelles", "prestations-par-activite"] as const;
export type Jeu = (typeof jeux)[number];
/** Their names among the words. */
export const jeuWords = {
  "prestations-mensuelles": "mensuelles",
  "prestations-par-activite": "parActivite",
} as const satisfies Record<Jeu, string>;

export const openDataRead = z.object({});
export const jeuRead = z.object({ jeu: z.string().max(60) });
export const publicationUpdate = z.strictObject({ id, publie: z.stringbool().or(z.boolean()) });

/** `autres`: activities or communes counted together because too few people are in each. `heures`: decimal hours. */
export const ligneShape = z.object({
  mois: z.string(),
  activite: z.string(),
  commune: z.string().optional(),
  prestations: z.number().int(),
  heures: z.number(),
  clients: z.number().int(),
});

export const jeuShape = z.object({
  jeu: z.enum(jeux),
  modifie: z.string(),
  licence: z.string(),
  lignes: z.array(ligneShape),
});

const civil = z.object({ "@type": z.literal("xsd:date"), "@value": z.string() });
const organisations = z.array(z.object({ "@type": z.literal("foaf:Organization"), "foaf:name": z.string() }));
const period = z.object({
  "@type": z.literal("dct:PeriodOfTime"),
  "dcat:startDate": civil,
  "dcat:endDate": civil,
});

/** A DCAT catalogue (https://www.w3.org/TR/vocab-dcat-3/) in JSON-LD. */
export const catalogueShape = z.looseObject({
  "@context": z.record(z.string(), z.string()),
  "@id": z.string(),
  "@type": z.literal("dcat:Catalog"),
  "dct:publisher": organisations,
  "dct:license": z.object({ "@id": z.string() }),
  "dcat:dataset": z.array(
    z.looseObject({ "@id": z.string(), "@type": z.literal("dcat:Dataset"), "dct:temporal": period }),
  ),
});

export const publicationShape = z.object({
  agence_id: z.number().int(),
  nom: z.string(),
  publie: z.boolean(),
});

export type Ligne = z.output<typeof ligneShape>;
export type JeuShape = z.output<typeof jeuShape>;
export type Catalogue = z.output<typeof catalogueShape>;
