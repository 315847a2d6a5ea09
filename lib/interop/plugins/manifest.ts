import { z } from "zod";
import { typesEvenement } from "@/db/states";

/** The protocol that this product speaks; a plugin written for another one is not started. */
export const API = 1;
export const nomPlugin = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export const methodePlugin = z.string().regex(/^[a-z][A-Za-z0-9_.-]{0,59}$/);
/** A file inside the plugin's folder: no way up, no way out, nothing hidden. */
const inside = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,5}$/);
const text = (max: number) => z.string().trim().max(max);

/** `plugin.json`: what a plugin is, how it is started, and what it offers. */
export const manifest = z.strictObject({
  name: nomPlugin,
  version: text(30).min(1),
  api: z.literal(API),
  description: text(300).default(""),
  /** The program and its file; no shell reads this. */
  command: z.tuple([z.enum(["node", "python3"]), inside]),
  provides: z
    .strictObject({
      methods: z.array(methodePlugin).max(50).default([]),
      events: z.array(z.enum(typesEvenement)).max(typesEvenement.length).default([]),
    })
    .refine(({ methods, events }) => methods.length + events.length > 0, { error: "nothing provided" }),
});

export type Manifest = z.output<typeof manifest>;
