import { z } from "zod";
import { etatsCourriel, langues } from "@/db/states";
import { query } from "@/lib/foundation/operation";
import { listInput } from "@/lib/foundation/page";
import { gabarits, takeoverGabarits } from "./courriel/gabarit";
import { listCourriels as listRows } from "./courriel-store";

const input = listInput.extend({
  statut: z.enum(etatsCourriel).optional(),
  gabarit: z.enum(gabarits).optional(),
});

const HIDDEN = "•••";

/**
 * A link to a new password opens somebody's account: an admin who reads the outbox is not that person. Links to an
 * account that nobody has opened yet stay, since without a transport the admin is the only postman.
 */
const hideSecret = (gabarit: string, text: string) =>
  takeoverGabarits.includes(gabarit) ? text.replace(/(jeton=)[^\s"&<]+/g, `$1${HIDDEN}`) : text;

/** A message of the outbox; `texte` and `html` are empty once a secret one has been sent. */
export const courrielShape = z.object({
  id: z.number().int(),
  destinataire: z.string(),
  langue: z.enum(langues),
  gabarit: z.string(),
  sujet: z.string(),
  texte: z.string(),
  html: z.string(),
  statut: z.enum(etatsCourriel),
  tentatives: z.number().int(),
  erreur: z.string().nullable(),
  cree_le: z.string(),
  envoye_le: z.string().nullable(),
});

/** Outgoing e-mail, newest first. Reading it is logged: the messages hold people's addresses. */
export const listCourriels = query({
  name: "courriel.list",
  input,
  run: async ({ db, input: request }) => {
    const page = await listRows(db, request);
    const results = page.results.map(
      ({
        cle: _cle,
        destinataireEmpreinte: _empreinte,
        creeLe,
        envoyeLe,
        ...row
      }): z.output<typeof courrielShape> => ({
        ...row,
        texte: hideSecret(row.gabarit, row.texte),
        html: hideSecret(row.gabarit, row.html),
        cree_le: creeLe.toISOString(),
        envoye_le: envoyeLe?.toISOString() ?? null,
      }),
    );
    return { ...page, results };
  },
  reads: () => ({ type: "courriel", id: "-" }),
});
