import { z } from "zod";
import { donneesIncident, personnesIncident } from "@/db/states";
import { nomsRegle } from "../conservation/regles";
import { bases, destinataires, mesures, nomsTraitement } from "./activites";

export const traitementsShape = z.object({
  fait_le: z.string(),
  traitements: z.array(
    z.object({
      traitement: z.enum(nomsTraitement),
      /** Name, purpose and lists in the reader's language are the page's; these are codes. */
      base: z.enum(bases),
      personnes: z.array(z.enum(personnesIncident)),
      donnees: z.array(z.enum(donneesIncident)),
      /** Those that are really set up here: no e-mail service without a transport, no partner without a key or webhook. */
      destinataires: z.array(z.enum(destinataires)),
      conservation: z.array(
        z.object({
          regle: z.enum(nomsRegle),
          nombre: z.number().int(),
          unite: z.enum(["annees", "mois", "jours"]),
          reference: z.string(),
        }),
      ),
      mesures: z.array(z.enum(mesures)),
    }),
  ),
});

export type Traitements = z.output<typeof traitementsShape>;
export type TraitementShape = Traitements["traitements"][number];
