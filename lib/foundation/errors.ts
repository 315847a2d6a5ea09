/** Every refusal the product can utter, with its HTTP status. Texts: messages/<locale>/errors.json, same keys. */
export const refusals = {
  malformed: 400,
  unauthenticated: 401,
  invalidCredentials: 401,
  accountLocked: 401,
  emailNotConfirmed: 401,
  secondFactorRequired: 401,
  wrongCode: 401,
  reauthenticate: 401,
  tokenExpired: 401,
  forbidden: 403,
  enrolmentRequired: 403,
  notFound: 404,
  noInvoices: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  requestTimeout: 408,
  conflict: 409,
  slotTaken: 409,
  invalidTransition: 409,
  reservationExists: 409,
  reviewExists: 409,
  reviewModerated: 409,
  alreadyDecided: 409,
  alreadyInvoiced: 409,
  alreadyIssued: 409,
  alreadyCheckedIn: 409,
  webhookStopped: 409,
  pluginInactive: 409,
  notCheckedIn: 409,
  invoiceFrozen: 409,
  proposalStale: 409,
  emailTaken: 409,
  nameTaken: 409,
  lastAdmin: 409,
  contractOverlaps: 409,
  secondFactorMandatory: 409,
  taskCancelled: 409,
  requestOpen: 409,
  erasureNotAccepted: 409,
  visitsUnsettled: 409,
  alreadyExtended: 409,
  incidentClosed: 409,
  incidentStepsMissing: 409,
  idempotencyRunning: 409,
  preconditionFailed: 412,
  invoiceExpired: 410,
  payloadTooLarge: 413,
  unsupportedMediaType: 415,
  validation: 422,
  unknownParameter: 422,
  unknownActivity: 422,
  slotUnavailable: 422,
  nothingToInvoice: 422,
  visitNotValidated: 422,
  importHeaders: 422,
  importRefused: 422,
  clientUnknown: 422,
  clientErased: 422,
  clientRestricted: 422,
  consentWithdrawn: 422,
  intervenantUnknown: 422,
  skillMissing: 422,
  onLeave: 422,
  outsideAvailability: 422,
  dailyMaxExceeded: 422,
  dailyRestTooShort: 422,
  visitTooLong: 422,
  pastNotAllowed: 422,
  overrideReasonRequired: 422,
  outOfSector: 422,
  weeklyMaxExceeded: 422,
  weeklyMeanExceeded: 422,
  weeklyRestTooShort: 422,
  amplitudeExceeded: 422,
  tooManyConsecutiveDays: 422,
  breakMissing: 422,
  tooManyInterruptions: 422,
  longInterruptions: 422,
  interruptionsTotal: 422,
  sundayWork: 422,
  holidayWork: 422,
  nightWork: 422,
  ruleTooLax: 422,
  publicationBlocked: 409,
  outsideContract: 422,
  tokenUsed: 422,
  weakPassword: 422,
  addressRefused: 422,
  pluginInvalid: 422,
  paymentExceedsBalance: 422,
  creditExceedsInvoice: 422,
  cancelTooLate: 422,
  deadlinePassed: 422,
  tooManySubscriptions: 422,
  tooManyFilters: 422,
  tooEarly: 422,
  tooSoon: 422,
  idempotencyMismatch: 422,
  rateLimited: 429,
  headersTooLarge: 431,
  internal: 500,
  pluginFailed: 502,
  pluginTimeout: 504,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusals;

/** Codes of a single field; texts under `errors.field`. */
export type FieldCode =
  | "required"
  | "invalidEmail"
  | "invalidDate"
  | "invalidNumber"
  | "tooShort"
  | "tooLong"
  | "tooSmall"
  | "tooBig"
  | "invalidChoice"
  | "invalidFormat"
  | "unknownField"
  | "duplicate"
  | "badQuotes"
  | "ruleForm"
  | "ruleFrequency"
  | "rulePart"
  | "ruleInterval"
  | "ruleDays"
  | "ruleCount"
  | "ruleUntil"
  | "ruleEmpty";

export type MessageParams = Record<string, string | number>;
/** `pointer` is a JSON pointer into the body (`/date`) or a parameter's name with a leading slash. */
export type FieldError = { pointer: string; code: FieldCode | RefusalCode; params?: MessageParams };

export type RefusalDetails = {
  /** Values for the placeholders of the message. */
  params?: MessageParams;
  errors?: readonly FieldError[];
  /** Members added to the problem document, e.g. the alternatives of a taken slot. JSON-safe, snake_case. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** What the refused access was about, for the log only; never shown to the caller. */
  objet?: { type: string; id: number | string };
  cause?: unknown;
};

/** A clear no. Thrown by operations; translated once, at the door. */
export class Refused extends Error {
  readonly status: number;
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code, { cause: details.cause });
    this.name = "Refused";
    this.status = refusals[code];
  }
}

/** A refusal that points at one field of the input. */
export function refuseField(code: RefusalCode, field: string, params?: MessageParams): Refused {
  return new Refused(code, { params, errors: [{ pointer: `/${field}`, code, params }] });
}

/** Which refusal a named constraint of the database stands for. */
const constraintRefusals: Record<string, RefusalCode> = {
  prestations_pas_de_chevauchement: "slotTaken",
  reservations_prestation_active_unique: "reservationExists",
  avis_prestation_unique: "reviewExists",
  utilisateurs_email_unique: "emailTaken",
  pointages_prestation_type_unique: "alreadyCheckedIn",
  facture_lignes_prestation_unique: "alreadyInvoiced",
  facture_figee: "invoiceFrozen",
  devis_fige: "conflict",
  factures_paye_borne: "paymentExceedsBalance",
  factures_credite_borne: "creditExceedsInvoice",
  tarifs_pas_de_chevauchement: "conflict",
  contrats_pas_de_chevauchement: "contractOverlaps",
  client_efface: "clientErased",
  client_limite: "clientRestricted",
  demandes_rgpd_ouverte_unique: "requestOpen",
  utilisateurs_dernier_admin: "lastAdmin",
};

type DatabaseError = { code?: string; constraint_name?: string; detail?: string };

export function databaseError(error: unknown): DatabaseError | undefined {
  let current = error;
  for (let depth = 0; depth < 4 && current instanceof Error; depth++) {
    const candidate = current as Error & DatabaseError;
    if (typeof candidate.code === "string" && /^[0-9A-Z]{5}$/.test(candidate.code)) return candidate;
    current = current.cause;
  }
  return undefined;
}

/** Turns a violation of a named constraint into its refusal; anything else is given back as it was. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof Refused) return error;
  const found = databaseError(error);
  const code = found?.constraint_name ? constraintRefusals[found.constraint_name] : undefined;
  if (code) return new Refused(code, { cause: error });
  if (found?.code === "23505" || found?.code === "23P01") return new Refused("conflict", { cause: error });
  if (found?.code === "23503") return absentReference(found, error);
  if (unstorable.has(found?.code ?? "")) return new Refused("malformed", { cause: error });
  if (isConnectionLoss(error))
    return new Refused("unavailable", { cause: error, headers: { "Retry-After": "1" } });
  return error;
}

/** A number that names nothing is the caller's mistake, and columns are named as fields are. */
function absentReference({ detail = "" }: DatabaseError, cause: unknown): Refused {
  const field = /^Key \((\w+)\)=.* is not present/.exec(detail)?.[1];
  if (!field) return new Refused("conflict", { cause });
  return new Refused("validation", { cause, errors: [{ pointer: `/${field}`, code: "invalidChoice" }] });
}

/** Values that PostgreSQL cannot hold: U+0000, a number out of range, year 0, a forged cursor. */
const unstorable = new Set(["22021", "22P05", "22003", "22007", "22008", "22P02"]);

const connectionCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/** The server went away or refuses sessions: the caller may try again later. */
export function isConnectionLoss(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 4 && current instanceof Error; depth++) {
    if (connectionCodes.has(String((current as Error & { code?: string }).code))) return true;
    current = current.cause;
  }
  return false;
}
