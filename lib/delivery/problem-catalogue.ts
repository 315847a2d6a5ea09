import type { Locale } from "@/lib/foundation/context";
import {
  type FieldCode,
  type RefusalCode,
  type RefusalDetails,
  Refused,
  refusals,
} from "@/lib/foundation/errors";
import { fieldText } from "@/lib/i18n/problem-text";
import { type Problem, problemOf } from "./problem";

/** What the person can do about a refusal; sentences in messages/<locale>/problemes.json, `remedy`. */
export type Remedy =
  | "fixRequest"
  | "signIn"
  | "wait"
  | "openLink"
  | "askAgency"
  | "checkAddress"
  | "correctFields"
  | "otherSlot"
  | "otherPerson"
  | "reload"
  | "otherState"
  | "alreadyDone"
  | "creditNote"
  | "newKey"
  | "smaller"
  | "otherFormat"
  | "firstDo"
  | "report";

export const families = ["request", "access", "state", "rule", "server"] as const;
export type Family = (typeof families)[number];

/** A new code of lib/foundation/errors.ts gets its line here, else the types do not hold. */
export const remedies: Record<RefusalCode, readonly [Family, Remedy]> = {
  malformed: ["request", "fixRequest"],
  methodNotAllowed: ["request", "fixRequest"],
  notAcceptable: ["request", "otherFormat"],
  payloadTooLarge: ["request", "smaller"],
  headersTooLarge: ["request", "smaller"],
  requestTimeout: ["request", "fixRequest"],
  unsupportedMediaType: ["request", "fixRequest"],
  validation: ["request", "correctFields"],
  unknownParameter: ["request", "fixRequest"],
  idempotencyMismatch: ["request", "newKey"],
  idempotencyRunning: ["request", "wait"],
  rateLimited: ["request", "wait"],
  unauthenticated: ["access", "signIn"],
  invalidCredentials: ["access", "signIn"],
  accountLocked: ["access", "wait"],
  emailNotConfirmed: ["access", "openLink"],
  secondFactorRequired: ["access", "signIn"],
  reauthenticate: ["access", "signIn"],
  wrongCode: ["access", "correctFields"],
  enrolmentRequired: ["access", "firstDo"],
  secondFactorMandatory: ["access", "askAgency"],
  tokenExpired: ["access", "signIn"],
  tokenUsed: ["access", "openLink"],
  forbidden: ["access", "askAgency"],
  notFound: ["access", "checkAddress"],
  weakPassword: ["access", "correctFields"],
  emailTaken: ["access", "correctFields"],
  nameTaken: ["access", "correctFields"],
  lastAdmin: ["access", "firstDo"],
  weeklyMaxExceeded: ["rule", "otherPerson"],
  weeklyMeanExceeded: ["rule", "otherPerson"],
  weeklyRestTooShort: ["rule", "otherPerson"],
  amplitudeExceeded: ["rule", "otherPerson"],
  tooManyConsecutiveDays: ["rule", "otherPerson"],
  breakMissing: ["rule", "otherPerson"],
  tooManyInterruptions: ["rule", "otherPerson"],
  longInterruptions: ["rule", "otherPerson"],
  interruptionsTotal: ["rule", "otherPerson"],
  sundayWork: ["rule", "otherPerson"],
  holidayWork: ["rule", "otherPerson"],
  nightWork: ["rule", "otherPerson"],
  ruleTooLax: ["rule", "correctFields"],
  outsideContract: ["rule", "correctFields"],
  publicationBlocked: ["state", "firstDo"],
  contractOverlaps: ["state", "firstDo"],
  noInvoices: ["state", "checkAddress"],
  conflict: ["state", "reload"],
  preconditionFailed: ["state", "reload"],
  proposalStale: ["state", "reload"],
  slotTaken: ["state", "otherSlot"],
  invalidTransition: ["state", "otherState"],
  reservationExists: ["state", "alreadyDone"],
  reviewExists: ["state", "alreadyDone"],
  erasureNotAccepted: ["state", "firstDo"],
  visitsUnsettled: ["state", "firstDo"],
  requestOpen: ["state", "alreadyDone"],
  alreadyExtended: ["state", "alreadyDone"],
  incidentClosed: ["state", "firstDo"],
  incidentStepsMissing: ["state", "firstDo"],
  reviewModerated: ["state", "alreadyDone"],
  alreadyDecided: ["state", "alreadyDone"],
  alreadyInvoiced: ["state", "alreadyDone"],
  alreadyIssued: ["state", "creditNote"],
  taskCancelled: ["state", "alreadyDone"],
  alreadyCheckedIn: ["state", "alreadyDone"],
  notCheckedIn: ["state", "firstDo"],
  webhookStopped: ["state", "firstDo"],
  pluginInactive: ["state", "firstDo"],
  pluginInvalid: ["rule", "firstDo"],
  pluginFailed: ["server", "report"],
  pluginTimeout: ["server", "report"],
  invoiceFrozen: ["state", "creditNote"],
  invoiceExpired: ["state", "alreadyDone"],
  addressRefused: ["rule", "correctFields"],
  unknownActivity: ["rule", "correctFields"],
  slotUnavailable: ["rule", "otherSlot"],
  nothingToInvoice: ["rule", "firstDo"],
  visitNotValidated: ["rule", "firstDo"],
  importHeaders: ["rule", "correctFields"],
  importRefused: ["rule", "correctFields"],
  clientUnknown: ["rule", "correctFields"],
  clientErased: ["rule", "askAgency"],
  consentWithdrawn: ["state", "askAgency"],
  clientRestricted: ["state", "firstDo"],
  intervenantUnknown: ["rule", "correctFields"],
  skillMissing: ["rule", "otherPerson"],
  onLeave: ["rule", "otherPerson"],
  outsideAvailability: ["rule", "otherPerson"],
  dailyMaxExceeded: ["rule", "otherPerson"],
  dailyRestTooShort: ["rule", "otherPerson"],
  visitTooLong: ["rule", "correctFields"],
  pastNotAllowed: ["rule", "correctFields"],
  overrideReasonRequired: ["rule", "firstDo"],
  outOfSector: ["rule", "otherPerson"],
  paymentExceedsBalance: ["rule", "correctFields"],
  creditExceedsInvoice: ["rule", "correctFields"],
  deadlinePassed: ["rule", "askAgency"],
  cancelTooLate: ["rule", "askAgency"],
  tooManySubscriptions: ["rule", "firstDo"],
  tooManyFilters: ["rule", "firstDo"],
  tooEarly: ["rule", "firstDo"],
  tooSoon: ["rule", "otherSlot"],
  internal: ["server", "report"],
  unavailable: ["server", "wait"],
};

export const problemCodes = Object.keys(refusals) as RefusalCode[];

export const isProblemCode = (text: string): text is RefusalCode => Object.hasOwn(refusals, text);

/** Members that a problem of this code may carry besides those of every problem. */
export const extraMembers: Partial<Record<RefusalCode, readonly ("allowed" | "alternatives")[]>> = {
  invalidTransition: ["allowed"],
  slotTaken: ["alternatives"],
};

const requestId = "3f0c1a52-6f0e-4d53-9b7c-0d2a8a1c7e11";
const fieldParams = { min: 1, max: 200, ligne: 3 };

/** Every code of a field with its sentence in the reader's language. */
export function fieldSentences(locale: Locale): [FieldCode, string][] {
  const codes: Record<FieldCode, true> = {
    required: true,
    invalidEmail: true,
    invalidDate: true,
    invalidNumber: true,
    tooShort: true,
    tooLong: true,
    tooSmall: true,
    tooBig: true,
    invalidChoice: true,
    invalidFormat: true,
    unknownField: true,
    duplicate: true,
    badQuotes: true,
    ruleForm: true,
    ruleFrequency: true,
    rulePart: true,
    ruleInterval: true,
    ruleDays: true,
    ruleCount: true,
    ruleUntil: true,
    ruleEmpty: true,
  };
  return (Object.keys(codes) as FieldCode[]).map((code) => [code, fieldText(locale, code, fieldParams)]);
}

const samples: Partial<Record<RefusalCode, RefusalDetails>> = {
  invalidTransition: {
    params: { from: "planifiee", to: "facturee", allowed: "confirmee, annulee" },
    extra: { allowed: ["confirmee", "annulee"] },
  },
  slotTaken: {
    extra: {
      alternatives: [{ date: "2026-03-12T10:00:00+01:00", fin: "2026-03-12T12:00:00+01:00" }],
    },
  },
  unknownActivity: {
    params: { accepted: "menage, jardinage" },
    errors: [{ pointer: "/type", code: "invalidChoice" }],
  },
  weakPassword: {
    params: { min: 12 },
    errors: [{ pointer: "/mot_de_passe", code: "weakPassword", params: { min: 12 } }],
  },
  validation: {
    errors: [
      { pointer: "/duree", code: "tooBig", params: { max: 24 } },
      { pointer: "/nom", code: "required" },
    ],
  },
  unknownParameter: { errors: [{ pointer: "/couleur", code: "unknownField" }], params: { name: "couleur" } },
  addressRefused: {
    params: { host: "10.0.0.1" },
    errors: [{ pointer: "/url", code: "addressRefused", params: { host: "10.0.0.1" } }],
  },
  rateLimited: { params: { seconds: 30 } },
  visitsUnsettled: { params: { visits: "412, 415" }, extra: { prestations: [412, 415] } },
  tooManySubscriptions: { params: { max: 5 } },
  tooManyFilters: { params: { max: 30 } },
  ruleTooLax: { params: { article: "Code du travail, L3121-18", limit: 600 } },
  importHeaders: { errors: [{ pointer: "/correspondance/prenom", code: "required" }] },
  importRefused: { params: { lignes_en_erreur: 37 } },
  internal: { params: { requestId } },
  methodNotAllowed: { params: { allowed: "GET, PATCH" } },
};

/** A problem document of this code as the API would send it, for pages and for the OpenAPI document. */
export function exampleProblem(
  code: RefusalCode,
  locale: Locale,
  instance = "/api/services_personne/prestations/",
): Problem {
  return problemOf(new Refused(code, samples[code]), locale, instance, requestId);
}
