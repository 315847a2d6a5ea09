/** Every message the product sends by e-mail; texts: messages/<locale>/emails.json, same keys under `gabarits`. */
export const gabarits = [
  "confirm",
  "alreadyRegistered",
  "reset",
  "passwordChanged",
  "invitation",
  "reservationReceived",
  "reservationAccepted",
  "reservationRefused",
  "reservationCancelled",
  "reservationExpired",
  "visitMoved",
  "visitCancelled",
  "newRequest",
  "requestCancelled",
  "visitToValidate",
  "visitReminder",
  "invoiceIssued",
  "creditNoteIssued",
  "quoteSent",
  "invoiceOverdue",
  "reviewAsked",
  "reviewRefused",
  "absenceApproved",
  "absenceRefused",
  "alertLate",
  "alertUnassigned",
  "alertLowReview",
  "alertRights",
  "rightsReceived",
  "rightsToAnswer",
  "rightsExtended",
  "rightsAccepted",
  "rightsErasure",
  "rightsRefused",
  "rightsDone",
  "rightsCorrected",
  "roleChanged",
  "accountDisabled",
  "signInLocked",
  "keyCreated",
  "secondFactorOn",
  "secondFactorOff",
  "secondFactorReset",
  "recoveryCodesRenewed",
  "recoveryCodeUsed",
  "reportReady",
  "logCheckpoint",
  "incidentDue",
  "incidentLate",
] as const;

export type Gabarit = (typeof gabarits)[number];

/** Facts shown as a short list, in this order, already written in the reader's language. */
export const faits = [
  "service",
  "quand",
  "intervenant",
  "client",
  "note",
  "motif",
  "numero",
  "montant",
  "echeance",
  "validite",
  "droit",
  "corrige",
  "etape",
  "limite",
  "point",
] as const;
export type Fait = (typeof faits)[number];

export type Contenu = {
  /** First name of the reader, for the greeting; left out when unknown. */
  prenom?: string;
  /** Page to open, below the language: `/connexion`. */
  page: string;
  /** Secret added to the page's address; such a message loses its text once it has been sent. */
  jeton?: string;
  faits?: Partial<Record<Fait, string>>;
};

/** Messages that carry a secret link. */
export const secretGabarits: readonly string[] = ["confirm", "alreadyRegistered", "reset", "invitation"];

/** Those whose secret gives a new password to an account in use. */
export const takeoverGabarits: readonly string[] = ["alreadyRegistered", "reset"];
