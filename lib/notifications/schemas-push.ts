import { z } from "zod";

const bytes = (text: string) => Buffer.from(text, "base64url");
const base64url = z.string().regex(/^[A-Za-z0-9_-]+={0,2}$/);

/** What `PushSubscription.toJSON()` gives in a browser: its address, its key (P-256 point) and its secret (16 bytes). */
export const pushSubscribe = z.strictObject({
  adresse: z.url().max(2000),
  cles: z.strictObject({
    p256dh: base64url.max(100).refine((text) => bytes(text).length === 65 && bytes(text)[0] === 4),
    auth: base64url.max(30).refine((text) => bytes(text).length === 16),
  }),
  /** For the person's own list, e.g. `Firefox, Android`. */
  appareil: z.string().trim().max(80).default(""),
});

export const appareilShape = z.object({
  id: z.number().int(),
  appareil: z.string(),
  cree_le: z.string(),
  dernier_succes_le: z.string().nullable(),
  /** SHA-256 of its address, base64url: by this a browser finds itself in the list. */
  empreinte: z.string(),
});

export const pushShape = z.object({
  /** `applicationServerKey` of a subscription (P-256 point, base64url); null where the product has no key. */
  cle_publique: z.string().nullable(),
  appareils: z.array(appareilShape),
});

export type Appareil = z.output<typeof appareilShape>;
