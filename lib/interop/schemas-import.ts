import { z } from "zod";
import { id, line } from "@/lib/foundation/shapes";
import { typesImport } from "./import-columns";

const flag = z.stringbool().or(z.boolean());
/** Base64 of 8 MB. */
const MOST_CONTENT = 11_200_000;

const correspondance = z.preprocess((value) => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}, z.record(z.string().max(60), z.string().max(200)).optional());

/** `contenu`: the CSV file, base64. `correspondance`: our column → the file's heading; guessed when absent. */
export const importPreviewBody = z.strictObject({
  type: z.enum(typesImport),
  nom: line(200).default(""),
  contenu: z.base64().min(1).max(MOST_CONTENT),
});

/** `essai`: check every line and write nothing. `agence_id`: agency of the lines that name none. */
export const importBody = importPreviewBody.extend({
  correspondance,
  essai: flag.default(false),
  agence_id: id.optional(),
});

/** What the worker is told. */
export const importExecution = z.strictObject({
  tache_id: id,
  type: z.enum(typesImport),
  essai: z.boolean(),
  correspondance: z.record(z.string(), z.string()),
  agence_id: id.optional(),
});

export const importPreviewShape = z.object({
  encodage: z.enum(["utf-8", "windows-1252"]),
  separateur: z.string(),
  entetes: z.array(z.string()),
  lignes: z.number().int(),
  /** The first lines, cell by cell. */
  apercu: z.array(z.array(z.string())),
  correspondance: z.record(z.string(), z.string()),
});

export const importModel = z.object({ type: z.enum(typesImport) });
export const importModelShape = z.object({
  type: z.enum(typesImport),
  colonnes: z.array(
    z.object({ nom: z.string(), libelle: z.string(), obligatoire: z.boolean(), exemple: z.string() }),
  ),
});

/** One thing wrong with one line; `colonne` is the file's own heading. */
export const importErrorShape = z.object({
  ligne: z.number().int(),
  colonne: z.string(),
  code: z.string(),
  detail: z.string(),
});

/** What an import leaves: how many lines were read and created, and everything wrong with them. */
export const importResultShape = z.object({
  type: z.enum(typesImport),
  essai: z.boolean(),
  lignes: z.number().int(),
  creees: z.number().int(),
  erreurs_total: z.number().int(),
  lignes_en_erreur: z.number().int(),
  erreurs: z.array(importErrorShape),
});

export type ImportPreview = z.output<typeof importPreviewShape>;
export type ImportModel = z.output<typeof importModelShape>;
export type ImportResult = z.output<typeof importResultShape>;
