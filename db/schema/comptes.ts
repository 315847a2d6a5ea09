import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { creeLe, id, instant } from "../columns";
import { utilisateurs } from "./organisation";

/** Someone's authenticator application (RFC 6238); the secrets are sealed. */
export const secondsFacteurs = pgTable("seconds_facteurs", {
  utilisateurId: integer("utilisateur_id")
    .primaryKey()
    .references(() => utilisateurs.id, { onDelete: "cascade" }),
  /** The secret in use; null until a first code was given. */
  secret: text("secret"),
  /** One shown and not confirmed by a code yet; what is in use stays until then. */
  enAttente: text("en_attente"),
  activeLe: instant("active_le"),
  /** Step of 30 s of the last code accepted: neither it nor an earlier one opens anything again. */
  dernierPas: integer("dernier_pas").notNull().default(0),
  creeLe: creeLe(),
});

/** Recovery codes: shown once, kept as a keyed hash, each good once. */
export const codesSecours = pgTable(
  "codes_secours",
  {
    id: id(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    empreinte: text("empreinte").notNull(),
    utiliseLe: instant("utilise_le"),
    creeLe: creeLe(),
  },
  (t) => [
    index("codes_secours_utilisateur_index").on(t.utilisateurId),
    uniqueIndex("codes_secours_empreinte_unique").on(t.empreinte),
  ],
);

/** What is open of an account: a browser's session, or a family of API tokens; `sid` is in the cookie or the token. */
export const sessions = pgTable(
  "sessions",
  {
    sid: text("sid").primaryKey(),
    utilisateurId: integer("utilisateur_id")
      .notNull()
      .references(() => utilisateurs.id, { onDelete: "cascade" }),
    type: text("type", { enum: ["navigateur", "jeton"] }).notNull(),
    /** Sealed: the kind of device and the beginning of its network address. */
    origine: text("origine").notNull(),
    vuLe: instant("vu_le").notNull(),
    expireLe: instant("expire_le").notNull(),
    creeLe: creeLe(),
  },
  (t) => [
    index("sessions_utilisateur_index").on(t.utilisateurId, t.expireLe),
    index("sessions_expiration_index").on(t.expireLe),
  ],
);
